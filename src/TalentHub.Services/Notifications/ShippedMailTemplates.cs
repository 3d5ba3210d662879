using System.Collections.Frozen;
using TalentHub.Data.Content;

namespace TalentHub.Services.Notifications;

/// <summary>The templates that ship with the product, by code.</summary>
public sealed class ShippedMailTemplates : IMailTemplates
{
    private static readonly Lazy<FrozenDictionary<string, MailTemplateContent>> ByCode =
        new(() => ShippedContent.MailTemplates.ToFrozenDictionary(t => t.Code));

    public MailText Get(string code, string language)
    {
        var template = ByCode.Value[code];
        return new MailText(template.Subject.In(language), template.Body.In(language));
    }
}
