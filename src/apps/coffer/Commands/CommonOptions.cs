using System;
using System.CommandLine;
using Cofferdam.Coffer.Output;

namespace Cofferdam.Coffer.Commands;

/// <summary>Options that many commands have.</summary>
internal static class CommonOptions
{
    public static Argument<string> File(string description = "the project file") =>
        new("file") { Description = description, DefaultValueFactory = _ => ProjectFile.Usual };

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = $"how to write the result: {string.Join(", ", formats)}",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("COFFER_FORMAT") is { } wanted && Array.IndexOf(formats, wanted) >= 0 ? wanted : formats[0],
            HelpName = "format",
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string> ListFormat() => Format(ListingWriter.Formats);

    public static Option<string[]> Columns() => new("--columns")
    {
        Description = "which columns, separated by commas",
        HelpName = "names",
        CustomParser = result => result.Tokens[0].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        DefaultValueFactory = _ => [],
    };

    /// <summary>Writes a listing as asked.</summary>
    public static int Write(Terminal terminal, Listing listing, string format, string[] columns)
    {
        try
        {
            ListingWriter.Write(terminal.Output, listing.Select(columns), format);
            return ExitCode.Ok;
        }
        catch (ArgumentException problem)
        {
            return terminal.Fail(problem.Message, ExitCode.Usage);
        }
    }
}
