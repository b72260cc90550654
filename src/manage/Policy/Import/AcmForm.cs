using System;
using System.Collections.Generic;

namespace Cofferdam.Policy.Import;

/// <summary>What an element of a Xen policy may hold.</summary>
/// <param name="Parts">Elements in it.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="HasText">True when it holds text.</param>
/// <param name="IsHeader">True when it only describes: what is not known in it can be left out.</param>
internal sealed record AcmForm(IReadOnlyList<AcmPart> Parts, IReadOnlyList<string> Attributes, bool HasText = false, bool IsHeader = false)
{
    private static readonly AcmForm TextForm = new([], [], HasText: true);

    private static readonly Dictionary<string, AcmForm> Forms = new(StringComparer.Ordinal)
    {
        ["SecurityPolicyDefinition"] = Of(One("PolicyHeader"), Maybe("SimpleTypeEnforcement"), Maybe("ChineseWall"), One("SecurityLabelTemplate")),
        ["PolicyHeader"] = Header(
            One("PolicyName"), Maybe("PolicyUrl"), Maybe("Reference"), Maybe("Date"), Maybe("NameSpaceUrl"), Maybe("Version"), Maybe("FromPolicy")),
        ["FromPolicy"] = Header(One("PolicyName"), One("Version")),
        ["SimpleTypeEnforcement"] = Of(One("SimpleTypeEnforcementTypes")) with { Attributes = ["priority", "order"] },
        ["SimpleTypeEnforcementTypes"] = Of(Many("Type")),
        ["ChineseWall"] = Of(One("ChineseWallTypes"), Maybe("ConflictSets")) with { Attributes = ["priority", "order"] },
        ["ChineseWallTypes"] = Of(Many("Type")),
        ["ConflictSets"] = Of(Many("Conflict")),
        ["Conflict"] = Of(Many("Type")) with { Attributes = ["name"] },
        ["SecurityLabelTemplate"] = Of(Maybe("LabelHeader"), One("SubjectLabels"), Maybe("ObjectLabels")),
        ["LabelHeader"] = Header(),
        ["SubjectLabels"] = Of(Many("VirtualMachineLabel")) with { Attributes = ["bootstrap"] },
        ["VirtualMachineLabel"] = Of(One("Name"), Maybe("SimpleTypeEnforcementTypes"), Maybe("ChineseWallTypes")),
        ["ObjectLabels"] = Of(Many("ResourceLabel")),
        ["ResourceLabel"] = Of(One("Name"), Maybe("SimpleTypeEnforcementTypes")),
        ["Name"] = TextForm with { Attributes = ["from"] },
        ["Type"] = TextForm,
        ["PolicyName"] = TextForm,
        ["PolicyUrl"] = TextForm,
        ["Reference"] = TextForm,
        ["Date"] = TextForm,
        ["NameSpaceUrl"] = TextForm,
        ["Version"] = TextForm,
    };

    /// <summary>The form of an element that the table of its parent names.</summary>
    public static AcmForm Named(string element) => Forms[element];

    private static AcmForm Of(params AcmPart[] parts) => new(parts, []);

    private static AcmForm Header(params AcmPart[] parts) => new(parts, [], IsHeader: true);

    private static AcmPart One(string name) => new(name, 1, 1);

    private static AcmPart Maybe(string name) => new(name, 0, 1);

    private static AcmPart Many(string name) => new(name, 0, int.MaxValue);
}
