namespace TalentHub.Services.Seeding;

/// <summary>Who holds which talk when: nobody holds two at one time.</summary>
internal sealed class Diary
{
    private readonly Dictionary<long, List<(DateTime From, DateTime To)>> taken = [];

    public bool IsFree(StaffMember who, DateTime from, DateTime to) => !taken.TryGetValue(who.Id, out var times) || !times.Exists(t => t.From < to && from < t.To);

    public int Talks(StaffMember who) => taken.TryGetValue(who.Id, out var times) ? times.Count : 0;

    public void Take(StaffMember who, DateTime from, DateTime to)
    {
        if (!taken.TryGetValue(who.Id, out var times))
        {
            taken.Add(who.Id, times = []);
        }

        times.Add((from, to));
    }
}
