using TalentHub.Domain.Intelligence;

namespace TalentHub.Intelligence.Resumes;

/// <summary>A job as the text tells it; its end decides which one is the latest.</summary>
internal sealed record Job(Fact? Employer, Fact? Title, int End, int Start, int Line);

/// <summary>Finds the latest employer and title: behind labels, or in the head lines around the latest span of time.</summary>
internal static class Jobs
{
    public static (Fact? Employer, Fact? Title) Latest(ResumeText resume)
    {
        var jobs = Dated(resume).Where(j => j.Employer is not null || j.Title is not null).OrderByDescending(j => j.End).ThenByDescending(j => j.End == Period.Now ? 0 : j.Start).ThenBy(j => j.Line).ToList();
        var latest = jobs.FirstOrDefault(j => j.Employer is not null && j.Title is not null && j.End == jobs[0].End) ?? jobs.FirstOrDefault();
        var labelled = Labelled(resume);
        if (labelled.Employer is not null && (labelled.Sure || latest?.Employer is null))
        {
            return (labelled.Employer, labelled.Title ?? latest?.Title);
        }

        if (latest is not null)
        {
            return (latest.Employer, latest.Title ?? labelled.Title ?? Headline(resume));
        }

        var undated = Undated(resume);
        return (undated.Employer ?? labelled.Employer, undated.Title ?? labelled.Title ?? Headline(resume));
    }

    private static IEnumerable<Job> Dated(ResumeText resume)
    {
        var own = resume.In(Section.Experience).ToList();
        var lines = own.Count > 0 ? own : resume.Lines.Where(l => l.Section is not (Section.Heading or Section.Education or Section.Languages or Section.Skills)).ToList();
        if (own.Count > 0 && !Enumerable.Range(0, own.Count).Any(i => Dates.Find(own[i].Text, i + 1 < own.Count ? own[i + 1].Text : null) is not null))
        {
            lines = [.. resume.Lines.Where(l => l.Section is Section.Experience or Section.Other or Section.Head or Section.Summary or Section.Projects)];
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var next = i + 1 < lines.Count ? lines[i + 1].Text : null;
            if (Dates.Find(lines[i].Text, next) is not { } period || (own.Count == 0 && Degrees.Rank(lines[i].Text) > 1))
            {
                continue;
            }

            var head = new Head(lines, i, period).Read();
            if (own.Count > 0 || (head.Employer is not null && head.Title is not null) || head.Sure)
            {
                yield return new Job(head.Employer?.Fact(), head.Title?.Fact(), period.End, period.Start, lines[i].Index);
            }
        }
    }

    /// <summary>Forms of job sites: a block "most recent job", or labelled fields in the experience section.</summary>
    private static (Fact? Employer, Fact? Title, bool Sure) Labelled(ResumeText resume)
    {
        var at = resume.Lines.FindIndex(l => l.Text.Replace(" ", "", StringComparison.Ordinal).StartsWith("最近工作", StringComparison.Ordinal));
        var block = at >= 0 ? resume.Lines.GetRange(at, Math.Min(6, resume.Lines.Count - at)) : [];
        var employer = Labels.First(block, "公司", "公司名称", "单位");
        if (employer is { Length: > 0 })
        {
            return (employer.Value.Fact(), Labels.First(block, "职位", "职位名称", "职务") is { Length: > 0 } post ? post.Fact() : null, true);
        }

        var lines = resume.Lines.Where(l => l.Section is not (Section.Education or Section.Projects)).ToList();
        employer = Labels.First(lines, "公司名称", "工作单位", "单位名称", "公司", "company name", "company", "employer", "organization", "organisation", "empresa");
        var title = Labels.First(lines, "职位名称", "担任职位", "职务", "职位", "目前岗位", "job title", "position", "designation", "role", "puesto", "cargo");
        if (employer is { } place && Words.IsPlace(place.Text))
        {
            return (null, null, false);   // "Employer <tab> City" is no label with its value
        }

        return (employer is { Length: > 1 and < 60 } e ? e.Fact() : null, title is { Length: > 1 and < 60 } t ? t.Fact() : null, employer is { Length: > 1 and < 60 } && title is { Length: > 1 } && at < 0 && employer.Value.Line.Section == Section.Experience && title.Value.Line.Section == Section.Experience);
    }

    private static (Fact? Employer, Fact? Title) Undated(ResumeText resume)
    {
        var lines = resume.In(Section.Experience).Where(l => !l.IsProse).Take(4).ToList();
        foreach (var line in lines)
        {
            var head = new Head(lines, lines.IndexOf(line), new Period(0, 0, 0, 0)).Read();
            if (head.Title is not null)
            {
                return (head.Employer?.Fact(), head.Title?.Fact());
            }
        }

        return (null, null);
    }

    /// <summary>The line under the name often says what the person is.</summary>
    private static Fact? Headline(ResumeText resume)
    {
        foreach (var line in resume.Lines.Where(l => l.Section is Section.Head or Section.Contact).Take(10).Where(l => !l.IsProse && l.Text.Length < 70))
        {
            foreach (var piece in Pieces.Of(line.All).Where(p => p.Kind == PieceKind.Title))
            {
                if (!piece.Span.Text.Contains('@', StringComparison.Ordinal) && !piece.Span.Text.Contains('[', StringComparison.Ordinal))
                {
                    return piece.Span.Fact();
                }
            }
        }

        return null;
    }
}
