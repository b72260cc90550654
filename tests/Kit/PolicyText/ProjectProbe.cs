using System;
using System.Collections.Generic;
using System.Diagnostics;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Yaml;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Testing;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>
/// Checks one text, as the command line does, and says what a checker must never do: throw, take long, take much memory, name a place that is not there.
/// </summary>
/// <param name="counts">Takes what was seen.</param>
public sealed class ProjectProbe(ProjectDamageCounts counts)
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(1);

    /// <summary>What went wrong, in words; nothing for all that is well.</summary>
    public IEnumerable<string> Problems(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        counts.Texts++;
        counts.LongestText = Math.Max(counts.LongestText, text.Length);
        var diagnostics = new DiagnosticBag();
        var (start, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            Check(text, diagnostics);
        }
        catch (Exception exception)
        {
            return [$"the checker threw {exception}"];
        }
        var time = Stopwatch.GetElapsedTime(start);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return [.. Weigh(text, time, allocated), .. Wrong(text, diagnostics)];
    }

    /// <summary>How much memory a check may take in all, in bytes: what a compiled policy of some hundred labels takes, and a multiple of the text.</summary>
    public static long MostAllocated(string text) => 40_000_000 + 1_500L * (text?.Length ?? 0);

    private void Check(string text, DiagnosticBag diagnostics)
    {
        if (ProjectChecker.Check("coffer.yaml", text, diagnostics) is not { } policy)
            return;
        counts.Accepted++;
        counts.TestsRun += TestRunner.Run(policy, diagnostics).Count;
        Lints.Find(policy, diagnostics);
    }

    private IEnumerable<string> Weigh(string text, TimeSpan time, long allocated)
    {
        // The machine may have been busy with something else: only what takes a processor long, each time, is slow.
        for (var retry = 0; retry < 3 && time > LongestCheck; retry++)
        {
            var start = ThreadTime.Now;
            Check(text, new DiagnosticBag());
            time = ThreadTime.Now - start;
        }
        counts.LongestCheck = time > counts.LongestCheck ? time : counts.LongestCheck;
        counts.MostAllocated = Math.Max(counts.MostAllocated, allocated);
        if (text.Length >= 1000)
            counts.MostAllocatedPerCharacter = Math.Max(counts.MostAllocatedPerCharacter, (double)allocated / text.Length);
        if (time > LongestCheck)
            yield return $"checking {text.Length} characters took {time}";
        if (allocated > MostAllocated(text))
            yield return $"checking {text.Length} characters took {allocated} bytes of memory";
    }

    private IEnumerable<string> Wrong(string text, DiagnosticBag diagnostics)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        var codes = new HashSet<DiagnosticCode>();
        foreach (var item in diagnostics.Items)
        {
            if (codes.Add(item.Code))
                counts.Codes[item.Code] = counts.Codes.GetValueOrDefault(item.Code) + 1;
            if (item.At.Line < 1 || item.At.Line > lines.Length || item.At.Column < 1 || item.At.Column > lines[item.At.Line - 1].Length + 1)
                yield return $"there is no such place: {item}";
            if (item.Message.Length == 0 || item.Help.Length == 0 || !Printable.IsClean(item.Message) || !Printable.IsClean(item.Help))
                yield return $"this cannot be shown to people: {item}";
            if (item.Code == DiagnosticCode.Limit && !item.Message.StartsWith("there are ", StringComparison.Ordinal))
                yield return $"the writer of images had to find this: {item}";
        }
    }
}
