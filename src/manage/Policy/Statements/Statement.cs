namespace Cofferdam.Policy.Statements;

/// <summary>A question that can be put to a policy: in tests, to explain, and in plans. The grammar is in docs/reference/statements.md.</summary>
public abstract record Statement;

/// <summary>start LABEL [on HOST]</summary>
/// <param name="Label">The label.</param>
/// <param name="Host">The host, or null for the default.</param>
public sealed record StartStatement(string Label, string? Host) : Statement;

/// <summary>resume LABEL [on HOST]: a machine that was saved there before.</summary>
/// <param name="Label">The label.</param>
/// <param name="Host">The host, or null for the default.</param>
public sealed record ResumeStatement(string Label, string? Host) : Statement;

/// <summary>attach RESOURCE to LABEL [for read|write]</summary>
/// <param name="Resource">A fixture.</param>
/// <param name="Label">The label.</param>
/// <param name="ReadOnly">True: to read only.</param>
public sealed record AttachStatement(string Resource, string Label, bool ReadOnly) : Statement;

/// <summary>connect LABEL to LABEL vsock PORT</summary>
/// <param name="From">Who connects.</param>
/// <param name="To">To whom.</param>
/// <param name="Port">The port.</param>
public sealed record ConnectStatement(string From, string To, uint Port) : Statement;

/// <summary>connect LABEL to LABEL memory [one-way]</summary>
/// <param name="From">Who opens the window.</param>
/// <param name="To">The other end.</param>
/// <param name="OneWay">True: information moves from the opener only.</param>
public sealed record WindowStatement(string From, string To, bool OneWay) : Statement;

/// <summary>flow LABEL to LABEL: may information move directly, by anything.</summary>
/// <param name="From">The source.</param>
/// <param name="To">The target.</param>
public sealed record FlowStatement(string From, string To) : Statement;

/// <summary>Something that is so before a statement is put.</summary>
public abstract record Given;

/// <summary>LABEL runs | is paused | is saved | was here</summary>
/// <param name="Label">The label.</param>
/// <param name="State">What is said of it.</param>
public sealed record MachineGiven(string Label, MachineState State) : Given;

/// <summary>RESOURCE is attached to LABEL</summary>
/// <param name="Resource">A fixture.</param>
/// <param name="Label">The label.</param>
public sealed record AttachedGiven(string Resource, string Label) : Given;
