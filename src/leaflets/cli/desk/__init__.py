"""The translator's desk: the commands of ``leaflets catalog``, one file each."""
