using System;
using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Policy.Import;

/// <summary>
/// Looks through the markup before the XML library does, for what the library says badly or takes long to refuse: a document type, of which it
/// gives no place, and elements of more attributes than any has, which it reads in time that grows faster than their number. All else is left to it.
/// </summary>
internal static class MarkupScan
{
    private const string DocumentType =
        "the file has a document type (DOCTYPE), which is never read: it could name other files, or grow without end";

    private static string TooMany => $"this element has more than {AcmLimits.Attributes} attributes";

    /// <summary>The first such thing, or null.</summary>
    public static Diagnostic? Find(string file, string text)
    {
        var at = text.IndexOf('<', StringComparison.Ordinal);
        while (at >= 0)
        {
            if (text.AsSpan(at).StartsWith("<!DOCTYPE", StringComparison.Ordinal))
                return new Diagnostic(DiagnosticCode.AcmXml, PositionOf(file, text, at), DocumentType, "remove the DOCTYPE");
            var attributes = 0;
            var end = EndOf(text, at, ref attributes);
            if (attributes > AcmLimits.Attributes)
                return new Diagnostic(DiagnosticCode.TooLarge, PositionOf(file, text, at), TooMany, "remove those that are not known");
            at = end < 0 ? -1 : text.IndexOf('<', end);
        }
        return null;
    }

    /// <summary>The end of what begins with '&lt;'; negative when it has none.</summary>
    private static int EndOf(string text, int start, ref int attributes)
    {
        var rest = text.AsSpan(start);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
            return text.IndexOf("-->", start + "<!--".Length, StringComparison.Ordinal);
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
            return text.IndexOf("]]>", start, StringComparison.Ordinal);
        if (rest.StartsWith("<?", StringComparison.Ordinal))
            return text.IndexOf("?>", start, StringComparison.Ordinal);
        return EndOfTag(text, start, ref attributes);
    }

    /// <summary>The bracket that ends a tag, past those in quotes; or where there were too many attributes.</summary>
    private static int EndOfTag(string text, int start, ref int attributes)
    {
        for (var at = Next(text, start); at >= 0; at = Next(text, at))
        {
            if (text[at] == '>' || attributes > AcmLimits.Attributes)
                return at;
            if (text[at] == '=')
                attributes++;
            else if ((at = text.IndexOf(text[at], at + 1)) < 0)
                return -1;
        }
        return -1;
    }

    private static int Next(string text, int after)
    {
        var step = text.AsSpan(after + 1).IndexOfAny("=>\"'");
        return step < 0 ? -1 : after + 1 + step;
    }

    private static Position PositionOf(string file, string text, int at)
    {
        var before = text.AsSpan(0, at);
        return new Position(file, before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }
}
