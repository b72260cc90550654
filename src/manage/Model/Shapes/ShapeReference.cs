using System.Globalization;
using System.Linq;
using System.Text;

namespace Cofferdam.Model.Shapes;

/// <summary>The reference page of coffer.yaml: a table of keys for each block, in the order of the file.</summary>
public static class ShapeReference
{
    /// <summary>The page as Markdown.</summary>
    public static string Project()
    {
        var page = new StringBuilder("<!-- From the shapes in src/manage/Model/Shapes by coffer man --reference project-file: change those, not this page. -->\n\n");
        page.Append("# coffer.yaml\n\n");
        page.Append("YAML 1.2 without anchors, aliases, tags, merge keys, directives and further documents; unknown and duplicate keys are errors. ");
        page.Append(CultureInfo.InvariantCulture, $"A file has at most {ModelLimits.FileLength:N0} characters, {ModelLimits.Nodes:N0} nodes and {ModelLimits.Depth} levels; ");
        page.Append(CultureInfo.InvariantCulture, $"a name at most {ModelLimits.NameLength} characters. ");
        page.Append("For editors: [coffer.schema.json](coffer.schema.json). The statements of tests: [statements.md](statements.md). ");
        page.Append("What errors and warnings mean: [diagnostics.md](diagnostics.md).\n\nNAME stands for a name of your own.\n");
        Append(page, "", ProjectShape.Root);
        return page.ToString();
    }

    private static void Append(StringBuilder page, string path, RecordShape record)
    {
        if (path.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"\n## {path}\n\n{Sentence(record.Doc)}\n");
        if (record.OneOf.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"\nExactly one of {string.Join(", ", record.OneOf.Select(key => $"`{key}`"))}.\n");
        page.Append("\n| Key | Value | Meaning |\n|---|---|---|\n");
        foreach (var field in record.Fields)
            page.Append(CultureInfo.InvariantCulture, $"| `{field.Name}`{(field.IsRequired ? " (required)" : "")} | {Value(field.Shape)} | {Cell(field.Shape.Doc)} |\n");
        foreach (var field in record.Fields)
            AppendBelow(page, path.Length == 0 ? field.Name : $"{path}.{field.Name}", field.Shape);
    }

    private static void AppendBelow(StringBuilder page, string path, Shape shape)
    {
        switch (shape)
        {
            case RecordShape record:
                Append(page, path, record);
                break;
            case MapShape map:
                AppendBelow(page, $"{path}.NAME", map.Value);
                break;
            case ListShape list:
                AppendBelow(page, $"{path}[]", list.Item);
                break;
            case ChoiceShape choice:
                foreach (var option in choice.Options)
                    AppendBelow(page, path, option);
                break;
        }
    }

    private static string Value(Shape shape) => shape switch
    {
        TextShape text => $"text, at most {text.Most} characters",
        PatternShape pattern => $"as `{Cell(pattern.Example)}`",
        WordShape words => string.Join(", ", words.Words.Select(word => $"`{word}`")),
        NumberShape number => number.Least == number.Most ? $"{number.Least}" : $"{number.Least} to {number.Most}",
        FlagShape => "`true`, `false`",
        ListShape list => $"list{(list.Least > 0 ? $" of at least {list.Least}" : "")}: {Value(list.Item)}",
        MapShape map => $"map of NAME: {Value(map.Value)}",
        RecordShape => "keys, see below",
        ChoiceShape choice => string.Join(", or ", choice.Options.Select(Value)),
        _ => "",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", System.StringComparison.Ordinal);

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
