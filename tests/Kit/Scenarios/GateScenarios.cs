using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>
/// What all operations ask first: a policy is in force, no update and no boot is under way, and not too many permits are outstanding.
/// </summary>
internal static class GateScenarios
{
    private static readonly Operation[] OnePerKind =
    [
        Ask.Create(3, "red"), Ask.Destroy(1), Ask.Start(1), Ask.Receive(1), Ask.Pause(2), Ask.Resume(1), Ask.Save(2), Ask.Stop(2),
            Ask.Relabel(1, "green"),
        Ask.Snapshot(2, 5), Ask.Dump(2, 8), Ask.Volume(9, "red"), Ask.Release(8), Ask.RelabelResource(8, "green"), Ask.Write(2, 8),
            Ask.Plug(2, 7),
        Ask.Device(2, 8), Ask.Tpm(2, 8), Ask.Console(2, 8), Ask.Detach(2, 7), Ask.Connect(6, 2, 2), Ask.Window(6, 2, 2, Flows.Both),
            Ask.Close(5), Ask.Forward(2, 2, 7),
        Ask.Sanitize(ResidueKind.Memory, 1), Ask.Ticket("h1"), Ask.Grant("racks", "rack-a", "r1"), Ask.Return("racks", "rack-a", "r1"),
        new LoadPolicy(Town.Image(Town.Policy), UpdateMode.Refuse, Town.Now), Ask.Boot(1),
    ];

    public static IEnumerable<Scenario> All =>
    [
        .. OnePerKind.Select(operation => Scenario.Refused(operation, Rule.Updating, "an update is under way", Updating)),
        .. OnePerKind.Select(operation => Scenario.Refused(operation, Rule.Updating, "a boot is under way", host =>
            host.Hold(Ask.Boot(1)))),
        .. OnePerKind.Where(operation => operation is not (LoadPolicy or BootHost))
            .Select(operation => Scenario.Refused(operation, Rule.NoPolicy, "there is no policy", host => host.On("h1", null))),
        .. OnePerKind.Select(operation => Scenario.Refused(
            operation, Rule.Limit, "as many permits are outstanding as may be", host => host.From(state => FullState.Permits(state)))),
        Scenario.Decided(Ask.Create(1, "red"), Rule.Unconditional, "nearly as many permits are outstanding as may be", host =>
            host.From(state => FullState.Permits(state, 1))),
        Scenario.Story(OperationKind.LoadPolicy, Rule.Updating, "an update under way cannot even be planned over", host =>
        {
            Updating(host);
            host.Is(state => host.Update(Town.Policy, UpdateMode.Refuse, Town.Now).Plan(state).Decision.Rule == Rule.Updating);
        }),
        Scenario.Story(OperationKind.LoadPolicy, Rule.Updating, "when an update is rolled back others go on", host =>
        {
            Updating(host);
            host.Rollback(host.Outstanding.Single()).Do(Ask.Start(1)).Is(state => state.Policy!.Serial == 1);
        }),
        Scenario.Story(OperationKind.LoadPolicy, Rule.Updating, "when an update is committed others go on", host =>
        {
            Updating(host);
            host.Commit(host.Outstanding.Single()).Do(Ask.Start(1)).Is(state => state.Policy!.Serial == 2);
        }),
        Scenario.Story(OperationKind.LoadPolicy, Rule.Updating, "every kind of operation is asked here", _ =>
        {
            var missing = Enum.GetValues<OperationKind>().Except(OnePerKind.Select(operation => operation.Kind))
                .Except([OperationKind.None]).ToList();
            ScenarioHost.Demand(missing.Count == 0, $"nobody asks {string.Join(", ", missing)}");
        }),
    ];

    private static void Updating(ScenarioHost host) => host.Stopped(1, "red").Running(2, "red").Hold(host.Update(Town.Policy));
}
