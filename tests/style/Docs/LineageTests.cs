using System;
using System.Linq;
using Cofferdam.Eng.Tables;
using Xunit;

namespace Cofferdam.Tests.Style.Docs;

/// <summary>Each requirement can be followed to its code and to the tests that show it.</summary>
public sealed class LineageTests
{
    private static readonly string[] Known =
        [.. Table.Read(Repository.Root, "eng/tables/requirements.tsv", "id", "title").Rows.Select(row => row["id"])];

    [Fact]
    public void Every_requirement_has_one_row_in_the_order_of_the_table() =>
        Assert.Equal(Known, LineageRow.All.Select(row => row.Requirement));

    [Fact]
    public void The_code_that_a_row_names_exists() => Report.Empty(
        from row in LineageRow.All
        from path in row.Code
        where !Repository.Has(path)
        select $"{row.Requirement}: {path} does not exist");

    [Fact]
    public void The_tests_that_a_row_names_exist_and_serve_the_requirement() => Report.Empty(
        from row in LineageRow.All
        from test in row.Tests
        where !RequirementTrait.All.Any(trait => trait.IsCalled(test) && trait.Requirement == row.Requirement)
        select $"{row.Requirement}: no test {test} has the trait Requirement {row.Requirement}");

    [Fact]
    public void A_row_names_code_and_tests_or_neither() => Report.Empty(
        LineageRow.All.Where(row => row.Code.Count == 0 != (row.Tests.Count == 0)).Select(row => row.Requirement));

    [Fact]
    public void Every_requirement_that_a_test_names_is_known() => Report.Empty(
        from trait in RequirementTrait.All
        where !Known.Contains(trait.Requirement, StringComparer.Ordinal)
        select $"{trait.Place}: {trait.Requirement} is no requirement");

    [Fact]
    public void A_requirement_that_tests_name_is_not_listed_as_not_yet_served() => Report.Empty(
        from row in LineageRow.All
        where row.IsLater
        from trait in RequirementTrait.All
        where trait.Requirement == row.Requirement
        select $"{trait.Place}: serves {row.Requirement}, which {LineageRow.File} lists as not yet served");
}
