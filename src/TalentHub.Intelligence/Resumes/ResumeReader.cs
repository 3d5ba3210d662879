using TalentHub.Domain.Intelligence;

namespace TalentHub.Intelligence.Resumes;

/// <summary>Reads facts by rules: lines, sections, labels, lists and dates. No model, no randomness, no network.</summary>
public sealed class ResumeReader : IResumeReader
{
    public ResumeFacts Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var resume = ResumeText.Of(text);
        var email = Contacts.Email(resume);
        var (employer, title) = Jobs.Latest(resume);
        var (degree, institution) = Degrees.Find(resume);
        var name = Names.Find(resume, email?.Value);
        return new ResumeFacts
        {
            Name = name,
            Email = email,
            Phone = Contacts.Phone(resume),
            Skills = [.. new SkillList(resume, SkillLexicon.Default).Find().Where(s => s.Value != name?.Value)],   // the name again in the page's footer
            Languages = Languages.Find(resume),
            Employer = employer,
            Title = title,
            Degree = degree,
            Institution = institution,
        };
    }
}
