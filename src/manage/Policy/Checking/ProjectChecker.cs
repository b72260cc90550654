using System;
using System.IO;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.Policy.Testing;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Checking;

/// <summary>
/// Checks a project: its shape, its names and rules, that its tests can be read, and that it compiles. Whether the tests pass, and warnings
/// that need the compiled policy, come after.
/// </summary>
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
        if (project is null || !LimitChecker.Check(project.Policy, diagnostics))
            return null;
        var scope = new PolicyScope(project.Policy);
        return Resolve(project, scope, diagnostics) is { } content && !diagnostics.HasErrors ? Compile(project, scope, content, diagnostics) : null;
    }

    /// <summary>What the policy says; null when there are errors.</summary>
    private static PolicyContent? Resolve(ProjectModel project, PolicyScope scope, DiagnosticBag diagnostics)
    {
        var names = new NameChecker(scope, diagnostics);
        new PolicyChecker(scope, names, diagnostics).Check();
        var levels = new LevelReader(project.Policy, diagnostics);
        var labels = scope.Labels.ToDictionary(label => label.Name.Text, label => levels.Read(label, scope.TypesOf(label)), StringComparer.Ordinal);
        var channels = new ChannelChecker(names, labels, diagnostics);
        var resolved = project.Policy.Channels.Select(channels.Check).OfType<ChannelContent>().ToList();
        new TestReader(scope, diagnostics).Check();
        var tenants = new TenantChecker(names, project.Policy, diagnostics);
        foreach (var tenant in project.Tenants)
            tenants.Check(tenant);
        return diagnostics.HasErrors ? null : ContentBuilder.Build(scope, labels, resolved);
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
            diagnostics.Add(DiagnosticCode.Limit, project.Policy.At, problem.Message, DiagnosticCode.Limit.Help());
            return null;
        }
    }
}
