using System;
using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Policy.Import;

/// <summary>
/// Imports security policies of Xen's access control module (sHype/ACM, Xen 3.0 to 4.0) as project files that decide the same. Where that cannot be, it is an
/// error; what is changed or left out without changing a decision is said.
/// </summary>
public static class AcmImporter
{
    /// <summary>Imports a policy.</summary>
    /// <param name="file">Name of the XML file, for places.</param>
    /// <param name="text">Its text.</param>
    /// <param name="diagnostics">Takes everything that is wrong, and the notes of the import.</param>
    /// <returns>The project file, or null when there are errors.</returns>
    public static ImportedPolicy? Import(string file, string text, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var report = new AcmReport();
        var imported = Read(file, text, report) is { } meaning ? Write(file, meaning, report) : null;
        report.HandTo(diagnostics);
        return imported;
    }

    private static AcmMeaning? Read(string file, string text, AcmReport report)
    {
        var root = AcmXmlReader.Read(file, text, report);
        if (root is null || !new AcmFormChecker(report).Check(root))
            return null;
        var policy = new AcmPolicyReader(report).Read(root);
        return new LimitChecker(policy, report).CheckPolicy() ? Check(new AcmMeaning(policy), report) : null;
    }

    private static AcmMeaning? Check(AcmMeaning meaning, AcmReport report)
    {
        new AcmChecker(meaning, report).Check();
        return report.HasErrors ? null : meaning;
    }

    private static ImportedPolicy? Write(string file, AcmMeaning meaning, AcmReport report)
    {
        var names = new NamePlanner(meaning, report);
        names.Plan();
        var plan = new ImportPlanner(meaning, names, report).Plan();
        new LimitChecker(meaning.Policy, report).CheckPlan(plan);
        if (report.HasErrors)
            return null;
        new ImportNotes(meaning, plan, report).Add();
        var text = new ProjectWriter(meaning.Policy, plan, new TestPlanner(meaning, plan).Plan()).Write(file);
        return new ImportedPolicy(text, names.Given, report.Notes);
    }
}
