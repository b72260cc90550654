using System;
using System.IO;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Checking;

/// <summary>Checks a project: its shape, its names and rules, and that it compiles. Tests and warnings that need the compiled policy come after.</summary>
public static class ProjectChecker
{
    /// <summary>Checks a project file.</summary>
    /// <param name="file">Its name, for places.</param>
    /// <param name="text">Its text.</param>
    /// <param name="diagnostics">Takes everything that is wrong.</param>
    /// <returns>The checked policy, or null when there are errors.</returns>
    public static CheckedPolicy? Check(string file, string text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var project = ProjectReader.Read(file, text, diagnostics);
        if (project is null)
            return null;
        var scope = new PolicyScope(project.Policy);
        var content = Resolve(project, scope, diagnostics);
        return diagnostics.HasErrors ? null : Compile(project, scope, content, diagnostics);
    }

    private static PolicyContent Resolve(ProjectModel project, PolicyScope scope, DiagnosticBag diagnostics)
    {
        var checker = new PolicyChecker(scope, diagnostics);
        checker.Check();
        var levels = new LevelReader(project.Policy, diagnostics);
        var labels = scope.Labels.ToDictionary(label => label.Name.Text, label => levels.Read(label, scope.TypesOf(label)), StringComparer.Ordinal);
        var channels = new ChannelChecker(checker, labels, diagnostics);
        var resolved = project.Policy.Channels.Select(channels.Check).OfType<ChannelContent>().ToList();
        var tenants = new TenantChecker(checker, project.Policy, diagnostics);
        foreach (var tenant in project.Tenants)
            tenants.Check(tenant);
        return ContentBuilder.Build(scope, labels, resolved);
    }

    private static CheckedPolicy? Compile(ProjectModel project, PolicyScope scope, PolicyContent content, DiagnosticBag diagnostics)
    {
        try
        {
            var image = PolicyImageWriter.Write(content);
            var compiled = CompiledPolicy.OpenUnsigned(image, out _);
            var names = PolicyNames.Read(image, out _);
            return new CheckedPolicy(project, scope, content, image, compiled!, names!);
        }
        catch (InvalidDataException problem)
        {
            // The checks before this should have said it better; what is left are limits of the whole image.
            diagnostics.Add(DiagnosticCode.Limit, project.Policy.At, problem.Message);
            return null;
        }
    }
}
