using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace TalentHub.Web.Infrastructure;

/// <summary>Reads whole numbers and amounts as people write them: 12,000 and 12 000 are 12000, and so is １２０００ from a Chinese keyboard.</summary>
public sealed partial class NumbersAsWritten : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        if (context.BindingInfo.BinderType is not null || (context.BindingInfo.BindingSource is { } source && !source.CanAcceptDataFrom(BindingSource.Form) && !source.CanAcceptDataFrom(BindingSource.Query)))
        {
            return null;
        }

        var logs = context.Services.GetRequiredService<ILoggerFactory>();
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(int) || type == typeof(long) ? new Binder(new SimpleTypeModelBinder(context.Metadata.ModelType, logs))
            : type == typeof(decimal) ? new Binder(new DecimalModelBinder(NumberStyles.Float | NumberStyles.AllowThousands, logs))
            : null;
    }

    /// <summary>As a machine writes it. What is no number stays as it is, to be refused as it was typed.</summary>
    public static string Plain(string written)
    {
        var plain = written.Normalize(NormalizationForm.FormKC).Trim();
        return Grouped().IsMatch(plain) ? plain.Replace(",", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal)
            : Digits().IsMatch(plain) ? plain
            : written;
    }

    [GeneratedRegex(@"^[+-]?\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$", RegexOptions.None, 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[+-]?\d+(?:\.\d+)?$", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    private sealed class Binder(IModelBinder inner) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var written = bindingContext.ValueProvider;
            bindingContext.ValueProvider = new PlainValues(written);
            try
            {
                await inner.BindModelAsync(bindingContext);
            }
            finally
            {
                bindingContext.ValueProvider = written;
            }
        }
    }

    private sealed class PlainValues(IValueProvider written) : IValueProvider
    {
        public bool ContainsPrefix(string prefix) => written.ContainsPrefix(prefix);

        public ValueProviderResult GetValue(string key)
        {
            var value = written.GetValue(key);
            return value.FirstValue is { } first && value.Length == 1 ? new ValueProviderResult(Plain(first), value.Culture) : value;
        }
    }
}
