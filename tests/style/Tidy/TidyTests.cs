using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Cofferdam.Eng.Tables;
using Xunit;

namespace Cofferdam.Tests.Style.Tidy;

/// <summary>What every file keeps to, line by line.</summary>
public sealed partial class TidyTests
{
    private const int LongestFile = 500;
    private const int LongestTrustedLine = 160;
    private const int LongestLine = 260;
    private const string BannedWords = "eng/tables/banned-words.tsv";

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".slnx", ".json", ".md", ".tsv", ".sh", ".yaml", ".yml", ".js", ".mjs", ".ts", ".cedar"];

    /// <summary>Scripts have no ending.</summary>
    private static IEnumerable<string> Scripts => Repository.Files
        .Where(file => Path.GetExtension(file) is "" or ".sh" && file != "LICENSE" && !IsForeign(file));

    private static IEnumerable<string> TextFiles => Repository.Files
        .Where(file => TextEndings.Contains(Path.GetExtension(file)) && !IsForeign(file))
        .Union(Scripts);

    private static IEnumerable<string> WrittenFiles => SourceFile.All.Select(file => file.Path).Concat(Scripts);

    [Fact]
    public void No_file_is_too_long() => Report.Empty(
        from file in WrittenFiles
        let lines = Repository.ReadLines(file).Count
        where lines > LongestFile
        select $"{file}: {lines} lines, at most {LongestFile}: split it");

    [Fact]
    public void No_line_is_too_long() => Report.Empty(
        from line in WrittenFiles.SelectMany(Line.Of)
        let most = IsTrusted(line.File) ? LongestTrustedLine : LongestLine
        where line.Text.Length > most
        select $"{line}: {line.Text.Length} characters, at most {most}");

    /// <summary>What must be trusted is to be read without scrolling sideways.</summary>
    private static bool IsTrusted(string path) => path.StartsWith("src/tcb/") || path.StartsWith("src/formats/");

    [Fact]
    public void No_file_has_a_banned_word()
    {
        var words = Table.Read(Repository.Root, BannedWords, "word", "files", "why").Rows;
        Report.Empty(
            from word in words
            let pattern = Whole(word["word"])
            from file in TextFiles
            where file != BannedWords && (word.OneOf("files", "all", "cs") == "all" || file.EndsWith(".cs"))
            from line in Line.Of(file)
            where pattern.IsMatch(line.Text)
            select $"{line}: {word["word"]}: {word["why"]}");
    }

    [Theory]
    [InlineData("(Task" + ".Delay(5))", true)]
    [InlineData("await Task" + ".Delay", true)]
    [InlineData("MyTask.Delayed", false)]
    public void A_banned_word_is_found_as_a_whole_word(string text, bool found) =>
        Assert.Equal(found, Whole("Task." + "Delay").IsMatch(text));

    [Fact]
    public void No_file_names_a_place_of_somebodys_machine() => Report.Empty(
        from line in TextFiles.SelectMany(Line.Of)
        where MachinePath().IsMatch(line.Text)
        select $"{line}: {line.Text.Trim()}");

    [Theory]
    [InlineData("home", true)]
    [InlineData("root", true)]
    [InlineData("var", false)]
    public void A_place_of_somebodys_machine_is_caught(string folder, bool caught)
    {
        Assert.Equal(caught, MachinePath().IsMatch($"see /{folder}/somebody/file"));
        Assert.DoesNotMatch(MachinePath(), $"see src/{folder}/file and ~/{folder}/file");
    }

    private static Regex Whole(string word) => new($@"(?<!\w){Regex.Escape(word)}(?!\w)");

    private static bool IsForeign(string file) => file.Contains("/vectors/") || file.EndsWith("/package-lock.json");

    [GeneratedRegex(@"(?<![\w.~$}/-])/(work|root|home|Users)/")]
    private static partial Regex MachinePath();
}
