namespace TalentHub.Services.Seeding;

/// <summary>How much of a company the generator makes.</summary>
public enum SampleSize
{
    /// <summary>60 staff, 600 candidates: half a minute at most.</summary>
    Small,

    /// <summary>300 staff, 10,000 candidates, 25,000 applications: two minutes at most.</summary>
    Medium,

    /// <summary>10,000 staff, 150,000 candidates, 400,000 applications, two million moves: a quarter of an hour at most, in a gigabyte of memory.</summary>
    Large,
}

/// <summary>Fills an empty installation with the sample company. Deterministic; refuses a database that has a company.</summary>
public interface ISampleCompany
{
    /// <param name="progress">Told what is being made, in English, a sentence at a time; the text is a key for translation.</param>
    Task LoadAsync(SampleSize size, IProgress<string>? progress, CancellationToken ct);
}
