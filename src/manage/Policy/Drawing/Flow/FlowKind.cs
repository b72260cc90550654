namespace Cofferdam.Policy.Drawing.Flow;

/// <summary>How information can come from one label to another.</summary>
internal enum FlowKind
{
    /// <summary>It cannot.</summary>
    None,

    /// <summary>By sharing or a channel between the two.</summary>
    Direct,

    /// <summary>Through others, on a way without guards.</summary>
    Through,

    /// <summary>Only on ways on which a guard decides what passes.</summary>
    Guarded,
}
