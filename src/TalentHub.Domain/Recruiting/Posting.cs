using System.Globalization;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Workflows;

namespace TalentHub.Domain.Recruiting;

/// <summary>Who reads a posting.</summary>
public enum PostingKind
{
    /// <summary>Everyone, on the careers site.</summary>
    External,

    /// <summary>Colleagues only.</summary>
    Internal,
}

/// <summary>Somebody has begun to write it.</summary>
public sealed record PostingBegun(Posting Posting, Actor By, DateTime At) : IDomainEvent;

/// <summary>It can be read and answered from now on.</summary>
public sealed record PostingWentLive(Posting Posting, Actor By, DateTime At) : IDomainEvent;

/// <summary>It takes no more applications.</summary>
public sealed record PostingClosed(Posting Posting, Actor By, DateTime At) : IDomainEvent;

/// <summary>Its closing was undone.</summary>
public sealed record PostingRestored(Posting Posting, Actor By, DateTime At) : IDomainEvent;

/// <summary>One text for a job on one site, with its dates and a life of its own. A requisition may have several.</summary>
public sealed class Posting : Stateful<Posting, PostingState, PostingTrigger, PostingFacts>
{
    public const string Prefix = "PST-";
    public const int TitleLength = 200;
    public const int SlugLength = 80;
    public const int WaiverLength = 300;
    public const int MostQuestions = 20;

    private Posting()
    {
        Title = new Bilingual("-", "-");
        Slug = string.Empty;
    }

    public Posting(Actor by, DateTime at, long requisitionId, PostingKind kind, Bilingual title)
    {
        RequisitionId = requisitionId;
        Kind = kind;
        AuthorId = by.PersonId;
        Writers = [by.PersonId];
        Title = title;
        Slug = SlugOf(title);
        Begin(by, at);
        Raise(new PostingBegun(this, by, at));
    }

    public long RequisitionId { get; private set; }

    public PostingKind Kind { get; private set; }

    public Bilingual Title { get; private set; }

    public PostingText Text { get; private set; } = PostingText.Empty;

    /// <summary>Base pay a year, from. Null with <see cref="SalaryWaiver"/>.</summary>
    public Money? SalaryMin { get; private set; }

    /// <summary>Base pay a year, to; the same currency.</summary>
    public Money? SalaryMax { get; private set; }

    /// <summary>Why no range is shown; for reviewers, never for candidates.</summary>
    public string? SalaryWaiver { get; private set; }

    public List<PostingQuestion> Questions { get; private set; } = [];

    /// <summary>First day on the site; null for as soon as it is approved.</summary>
    public DateOnly? OpensOn { get; private set; }

    /// <summary>Last day on which one can apply, at the job's place.</summary>
    public DateOnly? ClosesOn { get; private set; }

    public long AuthorId { get; private set; }

    /// <summary>Everyone who wrote any of it: none of them may approve it.</summary>
    public List<long> Writers { get; private set; } = [];

    /// <summary>What the reviewer asked to be mended, field by field.</summary>
    public List<ReviewComment> Comments { get; private set; } = [];

    /// <summary>For people who read addresses: machine-learning-engineer. Found by number, never by this.</summary>
    public string Slug { get; private set; }

    /// <summary>Since when it can be read; null while it never was.</summary>
    public DateTime? LiveSince { get; private set; }

    /// <summary>Paused by a hold of the request, so its end brings it back.</summary>
    public bool PausedByHold { get; private set; }

    public string Number => NumberOf(Id);

    public bool LanguagesAgree => Title.En.Length > 0 == Text.En.IsWritten && Title.Zh.Length > 0 == Text.Zh.IsWritten;

    protected override Workflow<Posting, PostingState, PostingTrigger, PostingFacts> Table => PostingFlow.Table;

    public static string NumberOf(long id) => Prefix + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The database number in PST-12; null for anything else.</summary>
    public static long? IdOf(string? number) =>
        number is not null
        && number.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && long.TryParse(number.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public bool IsWriter(long personId) => AuthorId == personId || Writers.Contains(personId);

    /// <exception cref="DomainException">It is being reviewed, or already public.</exception>
    public void Write(Actor by, Bilingual title, PostingText text)
    {
        RequireWritable();
        Require.That(title.En.Length <= TitleLength && title.Zh.Length <= TitleLength, new Sentence("This is too long: at most {maximum} characters.", ("maximum", TitleLength)), "Title");
        Title = title;
        Text = text;
        Slug = SlugOf(title);
        Wrote(by);
    }

    /// <summary>The range shown to candidates, or the reason why there is none.</summary>
    public void Pay(Actor by, Money? from, Money? to, string? waiver)
    {
        RequireWritable();
        Require.That((from is null) == (to is null), "Give both ends of the range.", "SalaryMax");
        Require.That(from is null || from.Currency == to!.Currency, "Both ends of the range have one currency.", "SalaryMax");
        Require.That(from is null || (from.MinorUnits > 0 && from.MinorUnits <= to!.MinorUnits), "The range begins above zero and ends at or above its beginning.", "SalaryMax");
        SalaryMin = from;
        SalaryMax = to;
        SalaryWaiver = from is null ? Require.AtMost(waiver, WaiverLength, "SalaryWaiver") : null;
        Wrote(by);
    }

    public void Ask(Actor by, IEnumerable<PostingQuestion> questions)
    {
        RequireWritable();
        var list = questions.ToList();
        Require.That(list.Count <= MostQuestions, new Sentence("At most {maximum} questions: people answer them on a phone.", ("maximum", MostQuestions)), "Questions");
        Require.That(list.Select(q => q.Code).Distinct(StringComparer.Ordinal).Count() == list.Count, "Two questions have the same code.", "Questions");
        Questions = list;
        Wrote(by);
    }

    public void Runs(Actor by, DateOnly? opensOn, DateOnly? closesOn)
    {
        RequireWritable();
        Require.That(opensOn is null || closesOn is null || opensOn <= closesOn, "It cannot close before it opens.", "ClosesOn");
        OpensOn = Require.Within(DayRange.Sensible, opensOn, "OpensOn");
        ClosesOn = Require.Within(DayRange.Sensible, closesOn, "ClosesOn");
        Wrote(by);
    }

    public void Submit(Actor by, DateTime at, PostingFacts facts, Reason? reason = null)
    {
        Fire(PostingTrigger.Submit, facts, by, at, reason);
        Comments = [];
    }

    /// <summary>Back to the writer, with a comment for each field that needs one.</summary>
    public void ReferBack(Actor by, DateTime at, PostingFacts facts, IReadOnlyList<ReviewComment> comments)
    {
        Require.That(comments.Count > 0, "Say at least once what should change.", "Comments");
        var all = string.Join("\n", comments.Select(c => c.Text));
        Fire(PostingTrigger.ReferBack, facts, by, at, all.Length <= Transition.ReasonLength ? all : all[..Transition.ReasonLength]);
        Comments = [.. comments];
    }

    /// <summary>Live at once, or on its first day.</summary>
    public void Approve(Actor by, DateTime at, PostingFacts facts, Reason? reason = null)
    {
        var now = OpensOn is not { } first || first <= facts.Today;
        Fire(PostingTrigger.Approve, facts, by, at, reason, to: now ? PostingState.Live : PostingState.Scheduled);
        if (now)
        {
            IsNowLive(by, at);
        }
    }

    public void GoLive(Actor by, DateTime at, PostingFacts facts)
    {
        Fire(PostingTrigger.GoLive, facts, by, at);
        IsNowLive(by, at);
    }

    public void Pause(Actor by, DateTime at, PostingFacts facts, Reason? reason)
    {
        Fire(PostingTrigger.Pause, facts, by, at, reason);
        PausedByHold = by.IsSystem;
    }

    public void Resume(Actor by, DateTime at, PostingFacts facts, Reason? reason = null)
    {
        Fire(PostingTrigger.Resume, facts, by, at, reason);
        IsNowLive(by, at);
    }

    public void Close(Actor by, DateTime at, PostingFacts facts, Reason? reason = null)
    {
        Fire(PostingTrigger.Close, facts, by, at, reason);
        Raise(new PostingClosed(this, by, at));
    }

    /// <summary>Back to a draft: it is reviewed again before anybody reads it.</summary>
    public void Reopen(Actor by, DateTime at, PostingFacts facts, Reason? reason)
    {
        Fire(PostingTrigger.Reopen, facts, by, at, reason);
        LiveSince = null;
        PausedByHold = false;
        if (ClosesOn < facts.Today)
        {
            ClosesOn = null;
        }
    }

    /// <summary>Its closing is undone, by a person or with the end of its request: it stands again where it stood.</summary>
    /// <param name="closing">The move that closed it.</param>
    public void Restore(Actor by, DateTime at, PostingFacts facts, Transition closing)
    {
        var verdict = Can(PostingTrigger.Restore, facts, by);
        Fire(PostingTrigger.Restore, facts, by, at, to: verdict.IsPossible ? EarlierOf(closing) : null, undoes: closing);
        Raise(new PostingRestored(this, by, at));
        if (State == PostingState.Live)
        {
            IsNowLive(by, at);
        }
    }

    private void IsNowLive(Actor by, DateTime at)
    {
        PausedByHold = false;
        LiveSince ??= at;
        Raise(new PostingWentLive(this, by, at));
    }

    private void RequireWritable() =>
        Require.That(PostingFlow.Writable.Contains(State), "A posting that is in review or public cannot be rewritten. Have it referred back, or close and reopen it.");

    private void Wrote(Actor by)
    {
        if (!Writers.Contains(by.PersonId))
        {
            Writers = [.. Writers, by.PersonId];
        }
    }

    private static string SlugOf(Bilingual title)
    {
        var letters = title.En.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray();
        var slug = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "job" : slug.Length <= SlugLength ? slug : slug[..SlugLength].TrimEnd('-');
    }
}
