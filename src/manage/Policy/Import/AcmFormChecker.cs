using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Yaml;

namespace Cofferdam.Policy.Import;

/// <summary>
/// Holds elements against their forms and says all that is wrong. An element that is not known is an error outside of headers: it might be a
/// rule, and an import that drops a rule would allow what the Xen policy forbade.
/// </summary>
internal sealed class AcmFormChecker
{
    private const string Root = "SecurityPolicyDefinition";

    private readonly AcmReport _report;

    public AcmFormChecker(AcmReport report) => _report = report;

    /// <summary>Checks a whole file; false when it is something else altogether.</summary>
    public bool Check(AcmElement root)
    {
        if (root.Name != Root)
        {
            Error(root.At, $"the root is <{Printable.Of(root.Name)}>, not <{Root}>: this is no policy of Xen's access control module");
            return false;
        }
        CheckElement(root, AcmForm.Named(Root));
        return true;
    }

    private void CheckElement(AcmElement element, AcmForm form)
    {
        CheckAttributes(element, form);
        CheckText(element, form);
        if (element.Children.Count > 0 || form.Parts.Count > 0)
            CheckCounts(element, form);
        foreach (var child in element.Children)
        {
            if (form.Parts.Any(part => part.Name == child.Name))
                CheckElement(child, AcmForm.Named(child.Name));
            else
                Unknown(element, child, form);
        }
    }

    private void CheckAttributes(AcmElement element, AcmForm form)
    {
        for (var i = 0; i < element.AttributeNames.Count; i++)
        {
            var name = element.AttributeNames[i];
            if (!form.Attributes.Contains(name.Text))
                _report.Note(name.At, $"the attribute '{Printable.Of(name.Text)}' of <{element.Name}> is not known and is left out");
            if (element.AttributeValues[i].Length > AcmLimits.TextLength)
                TooLong(name.At, $"the attribute '{Printable.Of(name.Text)}'");
        }
    }

    private void CheckText(AcmElement element, AcmForm form)
    {
        var text = element.Text;
        if (element.IsTooLong)
            TooLong(element.At, $"the text of <{element.Name}>");
        else if (text.Length > 0 && !form.HasText && !form.IsHeader)
            Error(element.At, $"the text '{Printable.Of(text)}' stands in <{element.Name}>, which has none", "remove it, or put it into its element");
    }

    private void CheckCounts(AcmElement element, AcmForm form)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in element.Children)
            counts[child.Name] = counts.GetValueOrDefault(child.Name) + 1;
        foreach (var part in form.Parts)
        {
            var count = counts.GetValueOrDefault(part.Name);
            if (count < part.Least)
                Error(element.At, $"<{element.Name}> needs <{part.Name}>", Missing(part.Name));
            else if (count > part.Most)
                Error(Nth(element, part).At, $"<{part.Name}> stands {count} times in <{element.Name}>", "keep one");
        }
    }

    /// <summary>The first that is too many.</summary>
    private static AcmElement Nth(AcmElement element, AcmPart part) => element.Children.Where(child => child.Name == part.Name).ElementAt(part.Most);

    private static string Missing(string part) => part == "SecurityLabelTemplate"
        ? "older versions of Xen kept it in a second file, NAME-security_label_template.xml: copy its <SecurityLabelTemplate> to the end of this one"
        : $"add <{part}>";

    private void Unknown(AcmElement element, AcmElement child, AcmForm form)
    {
        var message = $"<{Printable.Of(child.Name)}> is not known in <{element.Name}>";
        if (form.IsHeader)
            _report.Note(child.At, $"{message} and is left out");
        else
            Error(child.At, $"{message}: it might be a rule", $"remove it; what may stand there: {string.Join(", ", form.Parts.Select(part => part.Name))}");
    }

    private void TooLong(Position at, string what) =>
        _report.Error(DiagnosticCode.TooLarge, at, $"{what} has more than {AcmLimits.TextLength} characters", "shorten it");

    private void Error(Position at, string message, string help = "") => _report.Error(DiagnosticCode.AcmPolicy, at, message, help);
}
