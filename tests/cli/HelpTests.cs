using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Cofferdam.Coffer.Commands;
using Cofferdam.Coffer.Output;
using Xunit;

namespace Cofferdam.Tests.cli;

public sealed class HelpTests
{
    public static TheoryData<string> Commands =>
        [.. All(CommandTree.Build(new Terminal(TextWriter.Null, TextWriter.Null))).Select(CommandPath.Of)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_a_manual_page_with_the_usual_sections(string path)
    {
        var page = Coffer.Run(["man", .. path.Split(' ').Skip(1)]);
        Assert.Equal(0, page.Code);
        foreach (var section in (string[])[".TH", ".SH NAME", ".SH SYNOPSIS", ".SH EXIT STATUS"])
            Assert.Contains(section, page.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_and_option_says_what_it_is_for(string path)
    {
        var command = All(CommandTree.Build(new Terminal(TextWriter.Null, TextWriter.Null))).Single(candidate => CommandPath.Of(candidate) == path);
        Assert.False(string.IsNullOrWhiteSpace(command.Description));
        Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description)));
        Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description)));
    }

    public static TheoryData<string> Pages => [.. ReferencePages.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_of_the_reference_that_comes_from_code_is_up_to_date(string name)
    {
        var file = ReferencePages.FileName(name);
        var page = File.ReadAllText(Path.Combine(Coffer.Root, "docs", "reference", file));
        Assert.True(page == Coffer.Run("man", "--reference", name).Output, $"docs/reference/{file} is out of date: write it anew with coffer man --reference {name}");
    }

    [Theory]
    [InlineData("coffer po", "policy")]
    [InlineData("coffer policy ma", "matrix")]
    [InlineData("coffer policy show --for", "--format")]
    public void Completion_offers_what_fits(string line, string offered) =>
        Assert.Contains(offered, Coffer.Run($"[suggest:{line.Length}]", line).Output.Split('\n').Select(word => word.Trim()));

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c coffer")]
    public void Completion_scripts_exist_for_the_usual_shells(string shell, string part) =>
        Assert.Contains(part, Coffer.Run("completion", shell).Output, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_command_ends_with_2_and_points_to_help()
    {
        var result = Coffer.Run("polcy");
        Assert.Equal(2, result.Code);
        Assert.Contains("try: coffer --help", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
