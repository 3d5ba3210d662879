namespace TalentHub.Services.Seeding;

/// <summary>The same numbers on every machine and every version of the runtime: the sample company is always the same. (SplitMix64.)</summary>
internal sealed class SampleRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 to below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int end) => (int)(Share() * end);

    /// <summary>Both ends may come.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public double Between(double least, double most) => least + (Share() * (most - least));

    public bool Chance(double share) => Share() < share;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public T Weighted<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        var left = Share() * from.Sum(weight);
        foreach (var one in from)
        {
            left -= weight(one);
            if (left < 0)
            {
                return one;
            }
        }

        return from[^1];
    }

    /// <summary>Some of them, each once, in no order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> from, int count)
    {
        var rest = from.ToList();
        var some = new List<T>();
        while (some.Count < count && rest.Count > 0)
        {
            var at = Below(rest.Count);
            some.Add(rest[at]);
            rest.RemoveAt(at);
        }

        return some;
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
