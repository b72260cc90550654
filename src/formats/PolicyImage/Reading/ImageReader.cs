using System;
using Cofferdam.Wire;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>Reads a whole image: header, section table and digests, then each section in an order in which references can be checked at once.</summary>
internal static class ImageReader
{
    public static CompiledPolicy? Read(ReadOnlySpan<byte> image, Digest signer, out WireError error)
    {
        var header = ImageHeader.Read(image, out error);
        if (header is null)
            return null;
        var sections = SectionTable.Read(image, header, withAccess: false, out error);
        return sections is null ? null : ReadSections(new ImageSections(image, sections), header, signer, out error);
    }

    private static CompiledPolicy? ReadSections(ImageSections sections, ImageHeader header, Digest signer, out WireError error)
    {
        var types = TypeReader.Read(sections, out error);
        if (types is null)
            return null;
        var conflicts = ConflictReader.Read(sections, out error);
        if (conflicts is null)
            return null;
        var members = ConflictReader.ReadMembers(sections, conflicts, types.Length, out error);
        if (members is null)
            return null;
        var seating = Seating.Of(types, conflicts, members);
        var labels = LabelReader.Read(sections, header, out error);
        if (labels is null)
            return null;
        var labelTypes = LabelReader.ReadTypes(sections, labels, types.Length, out error);
        if (labelTypes is null || !LabelReader.HaveNoConflict(sections, types, labels, labelTypes, members, seating, out error))
            return null;
        var relations = new LabelRelations(labels, labelTypes, types.Length);
        var channels = ChannelReader.Read(sections, relations, out error);
        if (channels is null)
            return null;
        var pairs = AccessReader.Read(sections, new AccessRows(relations, channels), out error);
        if (pairs is null)
            return null;
        var hosts = HostReader.Read(sections, out error);
        if (hosts is null)
            return null;
        var hostTypes = HostReader.ReadTypes(sections, hosts.Length, types.Length, out error);
        if (hostTypes is null)
            return null;
        var images = KeyReader.ReadImages(sections, out error);
        if (images is null)
            return null;
        var keys = KeyReader.Read(sections, labels.Length, out error);
        if (keys is null)
            return null;
        var renames = RenameReader.Read(sections, types, labels, out error);
        if (renames is null)
            return null;
        var tables = new PolicyTables
        {
            Types = types,
            Labels = labels,
            LabelTypes = labelTypes,
            Channels = channels,
            Conflicts = conflicts,
            Members = members,
            Hosts = hosts,
            HostTypes = hostTypes,
            Images = images,
            Keys = keys,
            Renames = renames,
        };
        return new CompiledPolicy(header, pairs, tables, seating, signer);
    }
}
