using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>Texts that somebody would write to make a checker stumble: deep, long, many, and doubled again and again.</summary>
public static class HostileTexts
{
    private const int Many = 200_000;
    private const string Head = "coffer: 1\npolicy:\n  name: hostile\n";

    /// <summary>All, by name.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["open brackets"] = () => Repeat("[", Many),
        ["open braces"] = () => Repeat("{", Many),
        ["open braces with keys"] = () => Repeat("{a: ", Many),
        ["open brackets in a value"] = () => Head + "  tests: " + Repeat("[", Many),
        ["brackets that close"] = () => Repeat("[", Many) + Repeat("]", Many),
        ["brackets a line each"] = () => Repeat("[\n", Many),
        ["brackets and question marks"] = () => Repeat("? [", Many),
        ["closing brackets"] = () => Repeat("]", Many),
        ["dashes in a line"] = () => Repeat("- ", Many),
        ["dashes a line each"] = () => Repeat("-\n", Many),
        ["dashes each deeper"] = () => Each(2000, depth => Repeat(" ", depth) + "-\n"),
        ["question marks"] = () => Repeat("? ", Many),
        ["question mark lines"] = () => Repeat("? a\n", Many),
        ["colons"] = () => Repeat(": ", Many),
        ["keys each deeper"] = () => Each(2000, depth => Repeat(" ", depth) + "a:\n"),
        ["commas"] = () => "[" + Repeat(",", Many) + "]",
        ["empty lists"] = () => "[" + Repeat("[],", Many) + "]",
        ["a long word"] = () => Head + "  x: " + Repeat("x", 4_000_000),
        ["a long key"] = () => Repeat("k", 4_000_000) + ": v",
        ["a long name"] = () => Head + "  workloads: {? " + Repeat("k", 1_000_000) + " : {}}",
        ["a long sentence"] = () => Head + "  x: " + Repeat("x ", 2_000_000),
        ["a long text of lines"] = () => Head + "  x: " + Repeat("x\n    ", 600_000),
        ["long quotes"] = () => Head + "  x: \"" + Repeat("\\u0041", 600_000) + "\"",
        ["quotes that do not end"] = () => Head + "  x: \"" + Repeat("x\n    ", 600_000),
        ["a block of lines"] = () => Head + "  x: |\n" + Repeat("    x\n", 600_000),
        ["a folded block"] = () => Head + "  x: >\n" + Repeat("    x\n\n", 500_000),
        ["comments"] = () => Repeat("# x\n", 1_000_000),
        ["a long comment"] = () => "#" + Repeat("x", 4_000_000),
        ["empty lines"] = () => Repeat("\n", 4_000_000),
        ["carriage returns"] = () => Repeat("\r", 1_000_000) + "a: b",
        ["blanks"] = () => "a:" + Repeat(" ", 4_000_000) + "b",
        ["tabs"] = () => Repeat("\t", 1_000_000) + "a: b",
        ["tabs that indent"] = () => "a:\n" + Repeat("\tb: c\n", Many),
        ["byte order marks"] = () => Repeat("\ufeff", 1_000_000) + "a: b",
        ["nothings"] = () => Repeat("\0", 1_000_000),
        ["halves of characters"] = () => Head + "  x: " + Repeat("\ud800", 1_000_000),
        ["turned text"] = () => Head + "  x: " + Repeat("\u202eabc", 1_000_000),
        ["turned text in escapes"] = () => Head + "  unlabeled: \"" + Repeat("\\u202e", 300_000) + "\"",
        ["documents"] = () => Repeat("---\n", Many),
        ["directives"] = () => Repeat("%FOO bar\n", Many) + "---\na: b",
        ["tag directives"] = () => Each(Many, i => $"%TAG !a{i}! tag:x\n") + "---\na: b",
        ["anchors"] = () => "[" + Repeat("&a b, ", Many) + "]",
        ["aliases"] = () => "[&a b, " + Repeat("*a, ", Many) + "]",
        ["tags"] = () => "[" + Repeat("!!str a, ", Many) + "]",
        ["a long tag"] = () => "a: !" + Repeat("%41", 600_000) + " b",
        ["a long anchor"] = () => "a: &" + Repeat("a", 2_000_000) + " b",
        ["merge keys"] = () => "a: {" + Repeat("<<: {b: c}, ", 100_000) + "}",
        ["a billion laughs"] = Laughs,
        ["the same key"] = () => Head + "  workloads: {" + Repeat("a: {}, ", Many) + "}",
        ["unknown keys"] = () => Head + Each(Many, i => $"  key-{i}: x\n"),
        ["unknown keys that nearly are known"] = () => Head + Each(Many, i => $"  fixtur{i % 10}{i}: x\n"),
        ["keys of other sorts"] = () => Head + Repeat("  ? [a]\n  : b\n", 60_000),
        ["wrong names"] = () => Head + "  workloads:\n" + Each(100_000, i => $"    A{i}: {{}}\n") + "  hosts: {}\n",
        ["words where lists should be"] = () => Head + "  labels:\n" + Each(100_000, i => $"    l{i}: x\n"),
        ["a list of the same"] = () => Head + "  workloads: {a: {}}\n  hosts: {default: {runs: [" + Repeat("a, ", Many) + "]}}\n",
        ["too many workloads"] = () => Head + Workloads(100_000) + "  hosts: {}\n",
        ["too many levels"] = () => Head + $"  levels: {{secrecy: [{Names("l", 100_000)}]}}\n  workloads: {{}}\n  hosts: {{}}\n",
        ["names that are not defined"] = () => Head + Workloads(2000) + $"  hosts: {{default: {{runs: [{Names("v", 100_000)}]}}}}\n",
        ["labels that are not defined"] = () => Head + Workloads(2000) + "  hosts: {}\n  channels:\n"
            + Each(30_000, i => $"    c{i}: {{from: v{i}, to: u{i}, kind: memory}}\n"),
        ["levels that are not defined"] = () => Head + "  workloads:\n" + Each(2000, i => $"    w{i}: {{secrecy: a{i}..b{i}}}\n") + "  hosts: {}\n",
        ["one line of descent"] = () => Head + "  workloads:\n    w0: {}\n" + Each(2000, i => $"    w{i + 1}: {{inherits: w{i}}}\n") + "  hosts: {}\n",
        ["one circle"] = () => Head + "  workloads:\n" + Each(2000, i => $"    w{i}: {{inherits: w{(i + 1) % 2000}}}\n") + "  hosts: {}\n",
        ["dots"] = () => Head + "  workloads:\n" + Each(2000, i => $"    {Repeat("a.", i % 32)}b: {{}}\n") + "  hosts: {}\n",
        ["tests that cannot be read"] = () => Head + Workloads(10) + "  hosts: {}\n  tests:\n" + Repeat("    - {allow: \"begin w1\"}\n", 60_000),
        ["tests of a long word"] = () => Head + Workloads(10) + "  hosts: {}\n  tests:\n" + Repeat($"    - {{allow: \"{Repeat("a ", 150)}\"}}\n", 10_000),
        ["rules that are not there"] = () => Head + Workloads(10) + "  hosts: {}\n  tests:\n"
            + Each(30_000, i => $"    - {{allow: \"start w1\", rule: channels.w{i}}}\n"),
        ["labels that hold rivals"] = Rivals,
        ["channels that are forbidden"] = () => Head + "  levels: {secrecy: [low, high]}\n  workloads:\n"
            + Each(1000, i => $"    w{i}: {{secrecy: {(i % 2 == 0 ? "low" : "high")}}}\n")
            + "  hosts: {}\n  channels:\n" + Each(30_000, i => $"    c{i}: {{from: w{i % 500 * 2}, to: w{i % 499 * 2 + 1}, kind: memory}}\n"),
        ["machines of nothing"] = () => Head + Workloads(10) + "  hosts: {}\ntenants:\n  t:\n    owners: [\"user:x\"]\n    vms:\n"
            + Each(20_000, i => $"      v{i}: {{label: w1, image: x, memory: 1GiB, disks: [a, b], channels: [c]}}\n"),
    };

    private static string Each(int count, Func<int, string> text) => string.Concat(Numbers(count).Select(text));

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    private static string Names(string prefix, int count) => string.Join(", ", Numbers(count).Select(i => $"{prefix}{i}"));

    private static string Workloads(int count) => "  workloads: {" + string.Join(", ", Numbers(count).Select(i => $"w{i}: {{}}")) + "}\n";

    private static string Laughs()
    {
        var text = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (var i = 1; i < 60; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        return text.ToString();
    }

    private static string Rivals()
    {
        var text = new StringBuilder(Head).Append(Workloads(1000)).Append("  labels:\n");
        foreach (var i in Numbers(1000))
            text.Append(CultureInfo.InvariantCulture, $"    l{i}: {{types: [{string.Join(", ", Numbers(50).Select(type => $"w{(i + type * 7) % 1000}"))}]}}\n");
        text.Append("  conflicts:\n");
        foreach (var i in Numbers(1000))
            text.Append(
                CultureInfo.InvariantCulture,
                $"    s{i}: {{of: [{string.Join(", ", Numbers(16).Select(member => $"w{(i + member * 61) % 1000}"))}]}}\n");
        return text.Append("  hosts: {}\n").ToString();
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
