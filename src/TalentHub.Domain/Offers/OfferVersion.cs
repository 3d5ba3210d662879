using TalentHub.Domain.Access;
using TalentHub.Domain.Common;

namespace TalentHub.Domain.Offers;

/// <summary>One version of an offer's terms. Once it was sent for approval it never changes; changes make the next version.</summary>
public sealed class OfferVersion
{
    private OfferVersion()
    {
        BaseAnnual = new Money(0, "USD");
        Zone = "UTC";
        Language = "en";
    }

    internal OfferVersion(int number, OfferTerms terms, Actor by, DateTime at)
        : this()
    {
        Number = number;
        Write(terms, by, at);
    }

    public long Id { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public long WrittenBy { get; private set; }

    public DateTime WrittenAt { get; private set; }

    /// <summary>When it was sent for approval; frozen from then on.</summary>
    public DateTime? FrozenAt { get; private set; }

    /// <summary>Fixed pay for a year.</summary>
    public Money BaseAnnual { get; private set; }

    /// <summary>Target bonus for a year.</summary>
    public Money? BonusAnnual { get; private set; }

    /// <summary>Paid once on joining.</summary>
    public Money? SignOn { get; private set; }

    public EquityTerms? Equity { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day for an answer, at the place of work.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>The instant at which that day ends there.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>IANA name of the place of work.</summary>
    public string Zone { get; private set; }

    public List<Bilingual> Clauses { get; private set; } = [];

    /// <summary>"en" or "zh-CN".</summary>
    public string Language { get; private set; }

    /// <summary>Base and target bonus: what a year costs without equity and sign-on.</summary>
    public Money CashAnnual => BonusAnnual is null ? BaseAnnual : BaseAnnual + BonusAnnual;

    internal void Write(OfferTerms terms, Actor by, DateTime at)
    {
        terms.Check();
        WrittenBy = by.PersonId;
        WrittenAt = at;
        BaseAnnual = terms.BaseAnnual;
        BonusAnnual = terms.BonusAnnual is { MinorUnits: > 0 } bonus ? bonus : null;
        SignOn = terms.SignOn is { MinorUnits: > 0 } signOn ? signOn : null;
        Equity = terms.Equity;
        StartsOn = terms.StartsOn;
        ExpiresOn = terms.ExpiresOn;
        Zone = terms.Zone;
        ExpiresAt = OfferTerms.EndOf(terms.ExpiresOn, terms.Zone);
        Clauses = [.. terms.Clauses];
        Language = terms.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-CN" : "en";
    }

    internal void Freeze(DateTime at) => FrozenAt ??= at;
}
