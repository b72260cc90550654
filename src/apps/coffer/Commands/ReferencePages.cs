using System;
using System.Collections.Generic;
using System.CommandLine;
using Cofferdam.Model.Shapes;
using Cofferdam.Policy.Statements;

namespace Cofferdam.Coffer.Commands;

/// <summary>Pages of the reference that come from the code that they describe; docs/reference has them as files.</summary>
internal static class ReferencePages
{
    private const string Cli = "cli";
    private const string ProjectFile = "project-file";
    private const string Schema = "schema";
    private const string Statements = "statements";

    public static IReadOnlyList<string> Names => [Cli, ProjectFile, Schema, Statements];

    public static string Of(string name, Command root) => name switch
    {
        Cli => CliReference.Markdown(root),
        ProjectFile => ShapeReference.Project(),
        Schema => SchemaWriter.Project(),
        Statements => StatementReference.Page,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no page of the reference"),
    };

    /// <summary>Name of the file of a page.</summary>
    public static string FileName(string name) => name == Schema ? "coffer.schema.json" : $"{name}.md";
}
