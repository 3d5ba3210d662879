using TalentHub.Domain.Intelligence;

namespace TalentHub.Web.Pages.Careers;

/// <summary>What the application form sends. All text, so that rubbish in any field comes back to the page as it was typed.</summary>
public sealed class InputModel
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Title { get; set; }

    public string? Employer { get; set; }

    public string? Place { get; set; }

    /// <summary>github.com/ada is an address as people say it; the https:// is ours to add.</summary>
    public string? Profile
    {
        get;
        set => field = value?.Trim() is { Length: > 0 } link && !link.Contains("://", StringComparison.Ordinal) && !link.Contains(':', StringComparison.Ordinal) && link.Contains('.', StringComparison.Ordinal) ? "https://" + link : value;
    }

    /// <summary>Nothing is written yet of whom it is from.</summary>
    public bool IsBlank => ContactField.All.All(f => string.IsNullOrWhiteSpace(this[f.Name]));

    public string? Letter { get; set; }

    public Dictionary<string, string?> Answers { get; set; } = [];

    public IFormFile? File { get; set; }

    /// <summary>Claims the file that was uploaded before.</summary>
    public string? UploadToken { get; set; }

    /// <summary>"yes" when the box is ticked.</summary>
    public string? Consent { get; set; }

    /// <summary>The version of the notice that was shown.</summary>
    public int? Notice { get; set; }

    /// <summary>"yes": may be written to about later openings.</summary>
    public string? Pool { get; set; }

    /// <summary>Sealed token of the status page to come.</summary>
    public string? Ticket { get; set; }

    /// <summary>Hidden from people; robots fill it in.</summary>
    public string? Website { get; set; }

    /// <summary>Puts what was read into the fields that are still empty; names them.</summary>
    public IReadOnlyCollection<string> FillEmpty(ResumeFacts found)
    {
        var filled = new List<string>();
        void Fill(string name, string? present, Fact? fact, int longest, Action<string> put)
        {
            if (string.IsNullOrWhiteSpace(present) && fact is not null && fact.Value.Length <= longest)
            {
                put(fact.Value);
                filled.Add(name);
            }
        }

        Fill(nameof(Name), Name, found.Name, 100, v => Name = v);
        Fill(nameof(Email), Email, found.Email, 254, v => Email = v);
        Fill(nameof(Phone), Phone, found.Phone, 40, v => Phone = v);
        Fill(nameof(Title), Title, found.Title, 200, v => Title = v);
        Fill(nameof(Employer), Employer, found.Employer, 200, v => Employer = v);
        return filled;
    }

    /// <summary>The value of a contact field by its name.</summary>
    public string? this[string field] => field switch
    {
        nameof(Name) => Name,
        nameof(Email) => Email,
        nameof(Phone) => Phone,
        nameof(Title) => Title,
        nameof(Employer) => Employer,
        nameof(Place) => Place,
        nameof(Profile) => Profile,
        _ => null,
    };
}

/// <summary>One of the lines about the person, drawn in one way wherever it appears.</summary>
/// <param name="Label">English, the key of its translation.</param>
/// <param name="Hint">English as well.</param>
/// <param name="Fills">What the browser may fill in by itself (autocomplete).</param>
public sealed record ContactField(string Name, string Label, string Type, string Fills, bool IsOptional, int Length, string? Required = null, string? Hint = null)
{
    public static readonly IReadOnlyList<ContactField> All =
    [
        new("Name", "Name", "text", "name", false, 100, "Write your name.", "Beside a Chinese name you may add how you spell it: 李明 Li Ming."),
        new("Email", "E-mail", "email", "email", false, 254, "Write your e-mail address, so that we can answer."),
        new("Phone", "Phone", "tel", "tel", true, 40),
        new("Title", "Current title", "text", "organization-title", true, 200),
        new("Employer", "Current employer", "text", "organization", true, 200),
        new("Place", "Where you live", "text", "address-level2", true, 200),
        new("Profile", "A link that shows your work", "url", "url", true, 500),
    ];
}

/// <summary>A contact field with its value, as the page draws it.</summary>
/// <param name="Swapped">Sent to a page that stands already, in place of the empty one there.</param>
public sealed record ContactFieldView(ContactField Field, string? Value, string? Error, bool Swapped = false, bool Filled = false);
