using System.Globalization;
using Bimer.Blazor.Persistence.Templates;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>Recorded facts about answer templates, which belong to no case.</summary>
internal static class TemplateFacts
{
    public static AuditEntry Of(ReplyTemplate template, string act, UserId by, DateTimeOffset at) => new()
    {
        At = at, Action = "template." + act, Actor = by, Unit = template.Unit,
        Detail = string.Create(CultureInfo.InvariantCulture, $"template={template.Id.Value:N};scope={template.Scope};version={template.Wordings[^1].Version}"),
    };

    public static AuditEntry LawNoted(NotedLawChange change) => new()
    {
        At = change.At, Action = "template.law-noted", Actor = change.By, Detail = string.Create(CultureInfo.InvariantCulture, $"law={change.Law};on={change.On:yyyy-MM-dd}"),
    };
}
