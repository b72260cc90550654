namespace Cofferdam.Monitor.Entities;

/// <summary>The label of something, as an index into the policy in force; or none. The default value is none, so that what was forgotten is refused.</summary>
public readonly record struct Label
{
    private readonly ushort _ordinal;

    private Label(ushort ordinal) => _ordinal = ordinal;

    /// <summary>No label.</summary>
    public static Label Unlabelled => default;

    /// <summary>True when there is none.</summary>
    public bool IsUnlabelled => _ordinal == 0;

    /// <summary>Index of the label in the policy; -1 for none.</summary>
    public int Index => _ordinal - 1;

    /// <summary>The label with this index; none for -1.</summary>
    public static Label At(int index) => new((ushort)(index + 1));
}
