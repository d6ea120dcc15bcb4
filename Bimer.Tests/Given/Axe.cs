using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FluentAssertions;
using Microsoft.Playwright;

namespace Bimer.Tests.Given;

/// <summary>WCAG 2.2 AA as far as a machine can see it.</summary>
public static class Axe
{
    private static readonly List<string> _tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Zero violations on the page as it stands; the failure names rule, element and markup.</summary>
    public static async Task FindNothingAsync(IPage page, string? where = null)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = _tags } });
        var report = new StringBuilder();
        foreach (var violation in result.Violations)
        {
            foreach (var node in violation.Nodes)
            {
                report.AppendLine().Append(violation.Id).Append(" (").Append(violation.Impact).Append("): ").Append(violation.Help)
                    .AppendLine().Append("  at ").Append(node.Target).AppendLine().Append("  ").Append(node.Html);
            }
        }

        report.ToString().Should().BeEmpty("axe finds nothing on {0}", where ?? page.Url);
    }
}
