using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Cofferdam.Bench.Policy;

/// <summary>
/// The nearest equal of a project in Cedar: types are groups of labels with a policy each, channels are policies between two labels, and
/// one policy has the levels. What Cedar has no word for is left out: conflict sets, hosts, tests.
/// </summary>
internal static class CedarPolicy
{
    private const string Schema =
        """
        entity Type;
        entity Label in [Type] = {
          "secrecyLow": Long, "secrecyHigh": Long, "categoriesLow": Set<String>, "categoriesHigh": Set<String>, "integrityLow": Long, "integrityHigh": Long
        };
        action "share", "vsock", "memory" appliesTo { principal: [Label], resource: [Label], context: { "port"?: Long } };

        """;

    private const string Levels =
        """
        forbid (principal, action, resource) unless {
          resource.secrecyHigh >= principal.secrecyLow && resource.categoriesHigh.containsAll(principal.categoriesLow) &&
          principal.secrecyHigh >= resource.secrecyLow && principal.categoriesHigh.containsAll(resource.categoriesLow) &&
          principal.integrityHigh >= resource.integrityLow && resource.integrityHigh >= principal.integrityLow
        };

        """;

    /// <summary>The first line that benches/cedar/validate.mjs reads.</summary>
    public static string Line(RealisticProject project) => JsonSerializer.Serialize(new { schema = Schema, policies = Policies(project) });

    private static string Policies(RealisticProject project)
    {
        var text = new StringBuilder(Levels);
        foreach (var type in RealisticProject.Labels.SelectMany(label => label.Types).Distinct())
            text.Append(CultureInfo.InvariantCulture, $"permit (principal in Type::\"{type}\", action == Action::\"share\", resource in Type::\"{type}\");\n");
        foreach (var (from, to, kind) in project.Channels)
        {
            var port = kind.StartsWith('{') ? kind["{vsock: ".Length..^1] : "";
            var action = port.Length > 0 ? "vsock" : "memory";
            var when = port.Length > 0 ? $" when {{ context has port && context.port == {port} }}" : "";
            text.Append(CultureInfo.InvariantCulture, $"permit (principal == Label::\"{from}\", action == Action::\"{action}\", resource == Label::\"{to}\"){when};\n");
        }
        return text.ToString();
    }
}
