using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using TalentHub.Data;
using TalentHub.Data.Saving;
using TalentHub.Domain.Common;

namespace TalentHub.Services.Notifications;

/// <summary>A mail to be written from a template.</summary>
/// <param name="Template">Its code: <c>application-rejected</c>.</param>
/// <param name="Fields">A value for every field that the template names; an empty one refuses the mail.</param>
public sealed record MailOrder(string Template, string To, string Language, long? PersonId, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>What caused it, by which it can be recalled.</summary>
    public string? Machine { get; init; }

    public long? SubjectId { get; init; }

    /// <summary>How long it can be recalled before it leaves.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Names of fields that sign someone in (links): masked in the mail list and erased once sent.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>A calendar file to go with it, and its method.</summary>
    public string? Calendar { get; init; }

    public string? CalendarMethod { get; init; }
}

/// <summary>Puts mails into the outbox, in the transaction of what caused them; the sender takes them from there.</summary>
public sealed partial class Mailer(TalentHubDb db, IMailTemplates templates, IDataProtectionProvider protection, TimeProvider clock) : IService
{
    public const string Purpose = "outbox-secrets";

    /// <summary>The mail as it would read, its secrets masked; nothing is kept.</summary>
    public MailText Preview(MailOrder order)
    {
        var template = templates.Get(order.Template, order.Language);
        return new MailText(OneLine(Fill(template.Subject, order.Fields, [])), Fill(template.Body, order.Fields, order.Secrets));
    }

    /// <summary>Adds the mail to the context; the caller's save writes it.</summary>
    /// <exception cref="DomainException">A field is missing or empty.</exception>
    public OutboxMail Queue(MailOrder order)
    {
        var template = templates.Get(order.Template, order.Language);
        var subject = Fill(template.Subject, order.Fields, []);
        var masked = Fill(template.Body, order.Fields, order.Secrets);
        var now = clock.UtcNow();
        var mail = new OutboxMail
        {
            Template = order.Template,
            Language = order.Language,
            To = order.To,
            PersonId = order.PersonId,
            Machine = order.Machine,
            SubjectId = order.SubjectId,
            Subject = OneLine(subject),
            Body = masked,
            SecretBody = order.Secrets.Count == 0 ? null : protection.CreateProtector(Purpose).Protect(Fill(template.Body, order.Fields, [])),
            Calendar = order.Calendar,
            CalendarMethod = order.CalendarMethod,
            MessageId = $"{Guid.NewGuid():N}@talenthub.invalid",
            CreatedAt = now,
            NotBefore = now + order.Delay,
        };
        db.Outbox.Add(mail);
        return mail;
    }

    /// <summary>One pass over the template, so that a value is never read as a template itself.</summary>
    private static string Fill(string template, IReadOnlyDictionary<string, string> fields, IReadOnlyCollection<string> masked) =>
        Places().Replace(template, place =>
        {
            var name = place.Groups["name"].Value;
            return masked.Contains(name) ? "…"
                : fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? RightToLeft.Apart(value)
                : throw new DomainException(new Sentence("The message is not sent: its field “{field}” is empty.", ("field", name)));
        });

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}

/// <summary>Where the words of mails come from.</summary>
public interface IMailTemplates
{
    /// <exception cref="KeyNotFoundException">No such template.</exception>
    MailText Get(string code, string language);
}

/// <summary>A template in one language, with places such as <c>{{name}}</c>.</summary>
public sealed record MailText(string Subject, string Body);
