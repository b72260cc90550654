using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Cofferdam.Coffer.Output;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Coffer.Commands;

/// <summary>coffer policy show: labels, with what they are made of; and the digest that an update names.</summary>
internal static class PolicyShowCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = CommonOptions.File();
        var format = CommonOptions.ListFormat();
        var columns = CommonOptions.Columns();
        var command = new Command("show", "List the labels of a policy, and print its serial and digest") { file, format, columns };
        command.SetAction(parsed =>
        {
            if (ProjectFile.Check(terminal, parsed.GetRequiredValue(file), out var code) is not { } policy)
                return code;
            if (parsed.GetRequiredValue(format) == "table")
                terminal.Output.WriteLine($"policy {policy.Content.Name}   serial {policy.Content.Serial}   digest sha256:{policy.Compiled.Digest}");
            return CommonOptions.Write(terminal, Labels(policy), parsed.GetRequiredValue(format), parsed.GetRequiredValue(columns));
        });
        return command;
    }

    private static Listing Labels(CheckedPolicy policy) => new(
        ["label", "mark", "color", "types", "secrecy", "integrity", "hosts"],
        [.. policy.Content.Labels.Select(label => (IReadOnlyList<string>)
        [
            label.Name, label.Mark, label.Color, string.Join(" ", label.Types), Secrecy(policy, label), Integrity(policy, label), Hosts(policy, label),
        ])]);

    private static string Secrecy(CheckedPolicy policy, LabelContent label)
    {
        var (low, high) = (Secrecy(policy, label.SecrecyLow), Secrecy(policy, label.SecrecyHigh));
        return low == high ? low : $"{low}..{high}";
    }

    private static string Secrecy(CheckedPolicy policy, Secrecy secrecy)
    {
        var categories = policy.Content.Categories.Where((_, bit) => (secrecy.Categories >> bit & 1) != 0).ToList();
        return categories.Count == 0 ? Level(policy.Content.SecrecyLevels, secrecy.Level) : $"{Level(policy.Content.SecrecyLevels, secrecy.Level)}({string.Join(" ", categories)})";
    }

    private static string Integrity(CheckedPolicy policy, LabelContent label)
    {
        var (low, high) = (Level(policy.Content.IntegrityLevels, label.IntegrityLow), Level(policy.Content.IntegrityLevels, label.IntegrityHigh));
        return low == high ? low : $"{low}..{high}";
    }

    private static string Level(IReadOnlyList<string> levels, byte level) => level < levels.Count ? levels[level] : level.ToString(CultureInfo.InvariantCulture);

    private static string Hosts(CheckedPolicy policy, LabelContent label) => string.Join(
        " ", policy.Content.Hosts.Where(host => label.Types.All(host.Runs.Contains)).Select(host => host.Name.Length == 0 ? "default" : host.Name));
}
