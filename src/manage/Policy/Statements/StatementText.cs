using System;

namespace Cofferdam.Policy.Statements;

/// <summary>Writes statements as they are read.</summary>
public static class StatementText
{
    /// <summary>A statement.</summary>
    public static string Of(Statement statement) => statement switch
    {
        StartStatement start => $"start {start.Label}{On(start.Host)}",
        ResumeStatement resume => $"resume {resume.Label}{On(resume.Host)}",
        AttachStatement attach => $"attach {attach.Resource} to {attach.Label} for {(attach.ReadOnly ? "read" : "write")}",
        ConnectStatement connect => $"connect {connect.From} to {connect.To} vsock {connect.Port}",
        WindowStatement window => $"connect {window.From} to {window.To} memory{(window.OneWay ? " one-way" : "")}",
        FlowStatement flow => $"flow {flow.From} to {flow.To}",
        _ => throw new ArgumentOutOfRangeException(nameof(statement)),
    };

    /// <summary>A fact.</summary>
    public static string Of(Given given) => given switch
    {
        MachineGiven machine => $"{machine.Label} {Of(machine.State)}",
        AttachedGiven attached => $"{attached.Resource} is attached to {attached.Label}",
        _ => throw new ArgumentOutOfRangeException(nameof(given)),
    };

    private static string Of(MachineState state) => state switch
    {
        MachineState.Runs => "runs",
        MachineState.Paused => "is paused",
        MachineState.Saved => "is saved",
        MachineState.WasHere => "was here",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string On(string? host) => host is null ? "" : $" on {host}";
}
