using System.Text.Json;
using System.Text.RegularExpressions;
using TalentHub.Web.Infrastructure;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>
/// Looks, on each Chinese page that a walk passes, for words of the product that stayed English: texts that have a Chinese twin and stand there in
/// English, and words without a Chinese character where only the product speaks (headings of columns, labels, buttons, states). What people wrote is
/// theirs: it stands in elements that say so (<c>bdi</c>, <c>dir=auto</c>, <c>lang=en</c>).
/// </summary>
public static partial class LeftOvers
{
    public const string Mark = "Left in English: ";

    private const string Look = """
        addEventListener('DOMContentLoaded', () => {
          if (!document.documentElement.lang.startsWith('zh')) return;
          const left = new Set();
          const theirs = 'script, style, template, noscript, code, pre, kbd, bdi, [dir=auto], [lang|=en], [translate=no], .review-doc, .mail-body, option, datalist';
          const ours = 'th, dt, label, legend, button, summary, .state, .hint, .tabs a, .side a, .crumbs a, .filters, .page-actions, .empty';
          const look = (text, element) => {
            text = text.replace(/\s+/g, ' ').trim();
            if (!/[A-Za-z][a-z]/.test(text)) return;
            if (exact.has(text) || filled.some(p => p.test(text))) left.add(text);
            else if (!/[\u3400-\u9fff]/.test(text) && !element.closest('a:not(.tabs a, .side a, .crumbs a), td') && element.closest(ours) && !names.test(text)) left.add(text);
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            if (node.data.trim() && !node.parentElement.closest(theirs)) look(node.data, node.parentElement);
          for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
            if (element.closest(theirs)) continue;
            for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (element.hasAttribute(name)) look(element.getAttribute(name), document.body);
          }
          look(document.title.split(' · ')[0], document.body);
          if (left.size) console.warn(MARK + [...left].join(' | '));
        });
        """;

    /// <summary>Runs before the page's own scripts, in every page of a browser context.</summary>
    public static string Script()
    {
        var texts = Text.ChineseTexts.Where(pair => pair.Key != pair.Value && Letters().IsMatch(pair.Key) && !Latin().IsMatch(pair.Value)).Select(pair => pair.Key).ToList();
        var labels = Text.ChineseTexts.Keys.Where(k => LabelKey().IsMatch(k)).Select(k => Humanise(k[(k.LastIndexOf('.') + 1)..]));
        var sentences = texts.Where(t => !LabelKey().IsMatch(t));
        var exact = sentences.Where(t => !t.Contains('{', StringComparison.Ordinal)).Concat(labels).Distinct();
        var filled = sentences.Where(t => t.Contains('{', StringComparison.Ordinal) && Letters().Count(Places().Replace(t, string.Empty)) > 0)
            .Select(t => "^" + string.Join(".+", Places().Split(t).Select(Regex.Escape).Select(p => p.Replace("\\ ", " ", StringComparison.Ordinal).Replace("\\#", "#", StringComparison.Ordinal))) + "$");
        return $"(() => {{ const MARK = {Json(Mark)}, exact = new Set({Json(exact)}), filled = {Json(filled)}.map(p => new RegExp(p)), names = /^(TalentHub|English|Python|PyTorch|Kubernetes|Linux|Docker|CUDA|vLLM|Ctrl|HR|IT)$/; {Look} }})();";
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private static string Humanise(string name)
    {
        var words = Capital().Replace(name, m => " " + char.ToLowerInvariant(m.Value[0])).Trim();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Three letters in a row: a word, not a unit.</summary>
    [GeneratedRegex("[A-Za-z]{3}", RegexOptions.None, 1000)]
    private static partial Regex Letters();

    /// <summary>A twin that is itself Latin (a brand, a format) says nothing.</summary>
    [GeneratedRegex(@"^[\x00-\x7F]*$", RegexOptions.None, 1000)]
    private static partial Regex Latin();

    [GeneratedRegex(@"^(state|trigger|enum|machine)\.[\w.]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LabelKey();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Places();

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();
}
