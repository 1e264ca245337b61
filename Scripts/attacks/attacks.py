"""All attacks but those on time."""
import breakout
import filesystem
import harness
import interruption
import streams

harness.main([*filesystem.ATTACKS, *streams.ATTACKS, *interruption.ATTACKS, *breakout.ATTACKS])
