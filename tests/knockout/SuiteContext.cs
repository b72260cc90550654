using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using Cofferdam.Tests.Kit.Knockout;

namespace Cofferdam.Tests.Knockout;

/// <summary>A fresh copy of the suite that is bound to a switched monitor. Everything else is shared with the process.</summary>
internal sealed class SuiteContext : AssemblyLoadContext
{
    private readonly Assembly _monitor;
    private readonly FieldInfo _switch;
    private readonly Func<string, string?> _firstFailure;

    /// <summary>Loads monitor and suite.</summary>
    public SuiteContext(SwitchedMonitor monitor)
        : base(isCollectible: false)
    {
        _monitor = LoadFromStream(new MemoryStream(monitor.Assembly));
        var suite = LoadFromStream(new MemoryStream(File.ReadAllBytes(typeof(ConformanceSuite).Assembly.Location)));
        _switch = _monitor.GetType("Cofferdam.Monitor.Knockouts", throwOnError: true)!.GetField("Number")!;
        _firstFailure = suite.GetType(typeof(ConformanceSuite).FullName!, throwOnError: true)!
            .GetMethod(nameof(ConformanceSuite.FirstFailure))!.CreateDelegate<Func<string, string?>>();
    }

    /// <summary>Runs the suite with one part knocked out, or none.</summary>
    /// <returns>The first failure, or null.</returns>
    public string? FirstFailure(Knockout? knockout)
    {
        _switch.SetValue(null, knockout?.Number ?? 0);
        return _firstFailure(knockout?.Likely ?? "");
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == _monitor.GetName().Name ? _monitor : null;
}
