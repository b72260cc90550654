using Cofferdam.Monitor.Entities;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>How things stand: short ways to bring a host into a state.</summary>
public static class Given
{
    /// <summary>A domain that was never started.</summary>
    public static ScenarioHost Defined(this ScenarioHost host, ulong domain, string? label) => host.Do(Ask.Create(domain, label));

    /// <summary>A running domain.</summary>
    public static ScenarioHost Running(this ScenarioHost host, ulong domain, string? label) => host.Defined(domain, label).Do(Ask.Start(domain));

    /// <summary>A paused domain.</summary>
    public static ScenarioHost Paused(this ScenarioHost host, ulong domain, string? label) => host.Running(domain, label).Do(Ask.Pause(domain));

    /// <summary>A saved domain.</summary>
    public static ScenarioHost Saved(this ScenarioHost host, ulong domain, string? label) => host.Running(domain, label).Do(Ask.Save(domain));

    /// <summary>A domain that ran and was stopped: what its memory held is left.</summary>
    public static ScenarioHost Stopped(this ScenarioHost host, ulong domain, string? label) => host.Running(domain, label).Do(Ask.Stop(domain));

    /// <summary>A domain in a phase.</summary>
    public static ScenarioHost In(this ScenarioHost host, Phase phase, ulong domain, string? label) => phase switch
    {
        Phase.Running => host.Running(domain, label),
        Phase.Paused => host.Paused(domain, label),
        Phase.Saved => host.Saved(domain, label),
        _ => host.Defined(domain, label),
    };

    /// <summary>A volume.</summary>
    public static ScenarioHost Volume(this ScenarioHost host, ulong resource, string? label, bool shareable = false) =>
        host.Do(Ask.Volume(resource, label, shareable));

    /// <summary>A network.</summary>
    public static ScenarioHost Network(this ScenarioHost host, ulong resource, string? label) =>
        host.Do(Ask.Resource(resource, ResourceKind.Network, label));

    /// <summary>A resource of a kind; a TPM is bound to domain 1.</summary>
    public static ScenarioHost Resource(this ScenarioHost host, ResourceKind kind, ulong resource, string? label) =>
        host.Do(kind == ResourceKind.Vtpm ? Ask.Vtpm(resource, 1) : Ask.Resource(resource, kind, label));
}
