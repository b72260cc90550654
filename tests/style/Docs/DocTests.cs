using System.Collections.Generic;
using System.IO;
using System.IO.Enumeration;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Cofferdam.Tests.Style.Docs;

/// <summary>What the documents name exists.</summary>
public sealed partial class DocTests
{
    private static readonly HashSet<string> Folders =
        [.. Repository.Files.Where(file => file.Contains('/')).Select(file => file.Split('/')[0])];

    private static IEnumerable<string> Documents => Repository.FilesIn("", ".md").Where(file => !file.Contains("/vectors/"));

    [Fact]
    public void Every_path_that_a_document_names_exists() => Report.Empty(
        from document in Documents
        from Match quoted in Quoted().Matches(Repository.Read(document))
        let path = PathIn(quoted.Groups[1].Value)
        where path is not null && !Exists(path)
        select $"{document}: `{path}` does not exist");

    [Fact]
    public void Every_link_between_documents_leads_somewhere() => Report.Empty(
        from document in Documents
        from Match link in Link().Matches(Repository.Read(document))
        let target = link.Groups[1].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://")
        where !Repository.Has(Path.Combine(Path.GetDirectoryName(document)!, target))
        select $"{document}: the link to {target} leads nowhere");

    [Theory]
    [InlineData("src/tcb/Monitor", "src/tcb/Monitor")]
    [InlineData("./test style", "test")]
    [InlineData("eng/tables/*.tsv", "eng/tables/*.tsv")]
    [InlineData("Directory.Build.props", "Directory.Build.props")]
    [InlineData("/etc/cofferdam/host.yaml", null)]
    [InlineData("coffer up", null)]
    [InlineData("b-bank/core", null)]
    public void A_quoted_path_of_the_repository_is_recognised(string quoted, string? path) => Assert.Equal(path, PathIn(quoted));

    [Fact]
    public void A_path_that_does_not_exist_is_caught()
    {
        Assert.True(Exists("eng/tables/*.tsv"));
        Assert.False(Exists("eng/tables/*.nothing"));
        Assert.False(Exists("src/tcb/Nothing"));
    }

    // The path in a quotation, or null if it is something else. A path begins with ./ or with a folder of the repository, or is a file
    // of its root.
    private static string? PathIn(string quoted)
    {
        var word = quoted.Split(' ')[0];
        if (word.StartsWith("./"))
            return word[2..].TrimEnd('/');
        var isPath = word.Contains('/') ? Folders.Contains(word.Split('/')[0]) : RootFile().IsMatch(quoted);
        return isPath ? word.TrimEnd('/') : null;
    }

    private static bool Exists(string path) => path.Contains('*')
        ? Repository.Files.Any(file => FileSystemName.MatchesSimpleExpression(path, file))
        : Repository.Has(path);

    [GeneratedRegex("(?<!`)`([^`\n]+)`(?!`)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^[\w.]+\.(props|slnx|md|json)$")]
    private static partial Regex RootFile();
}
