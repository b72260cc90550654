namespace Cofferdam.PolicyImage;

/// <summary>Sections of an image, in their order.</summary>
public enum SectionId : byte
{
    /// <summary>Types: entries of the struct Type.</summary>
    Types = 1,

    /// <summary>Labels: entries of the struct Label.</summary>
    Labels = 2,

    /// <summary>Types of the labels: u16 indices, ascending within a label.</summary>
    LabelTypes = 3,

    /// <summary>Access table: labels × labels words of u32, row by row (see <see cref="AccessWord"/>).</summary>
    Access = 4,

    /// <summary>Channels: entries of the struct Channel.</summary>
    Channels = 5,

    /// <summary>Conflict sets: entries of the struct Conflict.</summary>
    Conflicts = 6,

    /// <summary>Members of the conflict sets: u16 indices of types, ascending within a set.</summary>
    Members = 7,

    /// <summary>Hosts: entries of the struct Host.</summary>
    Hosts = 8,

    /// <summary>What hosts may run: per host a row of u64 words with one bit per type.</summary>
    HostTypes = 9,

    /// <summary>Listed images: digests, ascending.</summary>
    Images = 10,

    /// <summary>Keys: entries of the struct Key.</summary>
    Keys = 11,

    /// <summary>Renames: entries of the struct Rename.</summary>
    Renames = 12,

    /// <summary>Names and texts for people: strings. A host may drop it.</summary>
    Names = 13,

    /// <summary>Source map: strings of file names, then entries of the struct Source. A host may drop it, and drops it before the names.</summary>
    Sources = 14,
}
