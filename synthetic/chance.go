package synthetic

import "math/rand/v2"

// chance is all that is left to chance. Each part of a world has its own, drawn
// from the seed and its number: no part has to wait for those before it.
type chance struct{ *rand.Rand }

func newChance(seed uint64, part int) chance {
	return chance{rand.New(rand.NewPCG(seed, uint64(part)))} //nolint:gosec // the same every time is the point
}

// in tells whether something happens that happens so often of a hundred times.
func (c chance) in(percent int) bool { return c.IntN(100) < percent }

func pick[T any](c chance, list []T) T { return list[c.IntN(len(list))] }

// weighted picks an index as often as its weight says.
func (c chance) weighted(weights ...int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	at := c.IntN(sum)
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return 0
}

// skewed picks an index so that the first few come up most of the time: an
// index k about as often as 1 / (k + 1).
func (c chance) skewed(n int) int {
	z := rand.NewZipf(c.Rand, 1.2, 2, uint64(n-1)) //nolint:gosec // never negative
	return int(z.Uint64())                         //nolint:gosec // below n
}
