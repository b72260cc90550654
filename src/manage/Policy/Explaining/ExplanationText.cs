using System;
using System.Text;

namespace Cofferdam.Policy.Explaining;

/// <summary>Writes an explanation for people: one thing a line, aligned; plain text that stays whole when pasted.</summary>
public static class ExplanationText
{
    private const int TitleWidth = 9;

    /// <summary>The text, with a line break at its end.</summary>
    public static string Of(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var head = explanation.Allowed ? $"allowed[{explanation.Code}]" : $"error[{explanation.Code}]";
        var text = new StringBuilder().Append(head).Append(": ").Append(explanation.Statement).Append('\n');
        Line(text, "because", explanation.Because);
        Line(text, "rule", Join(explanation.Rule, explanation.Source, $"policy {explanation.Policy}"));
        Line(text, "why", explanation.Why);
        for (var i = 0; i < explanation.WaysOut.Count; i++)
            Line(text, i == 0 ? "ways out" : "", explanation.WaysOut[i]);
        return text.ToString();
    }

    private static string Join(string rule, string source, string policy) =>
        source.Length == 0 ? $"{rule}   {policy}" : $"{rule}   {source}   {policy}";

    private static void Line(StringBuilder text, string title, string value)
    {
        if (value.Length > 0)
            text.Append("  │ ").Append(title.PadRight(TitleWidth)).Append(value).Append('\n');
    }
}
