namespace Cofferdam.PolicyImage.Reading;

/// <summary>Where each kind of name begins among the strings of the names section.</summary>
internal sealed class NamePlaces
{
    public NamePlaces(Section[] sections, ImageHeader header)
    {
        int Count(SectionId id) => sections[(int)id - 1].Count;
        Types = 1;
        Labels = Types + Count(SectionId.Types);
        Marks = Labels + Count(SectionId.Labels);
        Colors = Marks + Count(SectionId.Labels);
        Conflicts = Colors + Count(SectionId.Labels);
        ConflictReasons = Conflicts + Count(SectionId.Conflicts);
        Channels = ConflictReasons + Count(SectionId.Conflicts);
        ChannelReasons = Channels + Count(SectionId.Channels);
        Hosts = ChannelReasons + Count(SectionId.Channels);
        Racks = Hosts + Count(SectionId.Hosts);
        Zones = Racks + Count(SectionId.Hosts);
        SecrecyLevels = Zones + Count(SectionId.Hosts);
        IntegrityLevels = SecrecyLevels + header.SecrecyLevels;
        Categories = IntegrityLevels + header.IntegrityLevels;
        End = Categories + header.Categories;
    }

    public int Types { get; }

    public int Labels { get; }

    public int Marks { get; }

    public int Colors { get; }

    public int Conflicts { get; }

    public int ConflictReasons { get; }

    public int Channels { get; }

    public int ChannelReasons { get; }

    public int Hosts { get; }

    public int Racks { get; }

    public int Zones { get; }

    public int SecrecyLevels { get; }

    public int IntegrityLevels { get; }

    public int Categories { get; }

    public int End { get; }

    /// <summary>True for strings that are reasons, which may be longer than names.</summary>
    public bool IsReason(int index) =>
        (index >= ConflictReasons && index < Channels) || (index >= ChannelReasons && index < Hosts);
}
