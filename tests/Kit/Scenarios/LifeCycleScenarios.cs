using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>What all operations on a domain's life ask first: it exists, it is free, it is in the right phase.</summary>
internal static class LifeCycleScenarios
{
    private static readonly Phase[] Lasting = [Phase.Defined, Phase.Running, Phase.Paused, Phase.Saved];

    public static IEnumerable<Scenario> All =>
    [
        .. Of(Ask.Destroy(1), Phase.Defined, Phase.Saved),
        .. Of(Ask.Start(1), Phase.Defined),
        .. Of(Ask.Receive(1), Phase.Defined),
        .. Of(Ask.Pause(1), Phase.Running),
        .. Of(Ask.Resume(1), Phase.Paused, Phase.Saved),
        .. Of(Ask.Save(1), Phase.Running, Phase.Paused),
        .. Of(Ask.Stop(1), Phase.Running, Phase.Paused),
        .. Of(Ask.Relabel(1, "green"), Phase.Defined, Phase.Saved),
        .. Of(Ask.Snapshot(1, 5), Phase.Running, Phase.Paused),
    ];

    private static IEnumerable<Scenario> Of(Operation operation, params Phase[] fitting) =>
    [
        Scenario.Refused(operation, Rule.UnknownObject, "there is no such machine", host => host.Defined(2, "red")),
        .. Lasting.SelectMany(phase => InPhase(operation, phase, fitting.Contains(phase))),
    ];

    private static IEnumerable<Scenario> InPhase(Operation operation, Phase phase, bool fits)
    {
        void Given(ScenarioHost host) => host.In(phase, 1, "red");
        yield return fits
            ? Scenario.Allowed(operation, $"it is {phase}", Given)
            : Scenario.Refused(operation, Rule.Phase, $"it is {phase}", Given);
        var other = phase is Phase.Defined or Phase.Saved ? (Operation)Ask.Destroy(1) : Ask.Stop(1);
        yield return Scenario.Refused(operation, Rule.Busy, $"it is {phase} and a permit holds it alone", host => host.In(phase, 1, "red").Hold(other));
        yield return Scenario.Refused(operation, Rule.Busy, $"it is {phase} and permits share it", host => host.In(phase, 1, "red").Hold(Ask.Vtpm(8, 1)));
    }
}
