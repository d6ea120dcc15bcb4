using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Blazor.Workspace.Templates;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>Answer templates, lived through the handlers the screens call.</summary>
internal static class TemplateStories
{
    public const string Text = "<p>Sayın ilgili, {başvuru-no} sayılı başvurunuz {birim} tarafından incelenmiştir.</p>";

    public static TemplateDrafts TemplateDrafts(this Office office, Actor actor) => office.For<TemplateDrafts>(actor);

    public static TemplateDeskQuery Templates(this Office office, Actor actor) =>
        ActivatorUtilities.CreateInstance<TemplateDeskQuery>(office.Services, new Office.Acts(actor), office.For<LawRights>(actor));

    public static Task<IReadOnlyList<TemplateChoice>> OfferedAsync(this Office office, Actor actor, UnitId unit) => office.For<TemplateChoices>(actor).OfferedAsync(unit, default);

    /// <summary>The texts of all that is offered, fetched one by one as a desk does it.</summary>
    public static async Task<IReadOnlyList<string?>> OfferedTextsAsync(this Office office, Actor actor, UnitId unit)
    {
        var choices = office.For<TemplateChoices>(actor);
        var texts = new List<string?>();
        foreach (var choice in await choices.OfferedAsync(unit, default)) texts.Add(await choices.WordingAsync(choice.Use, unit, default));
        return texts;
    }

    /// <summary>BİMER Merkezi.</summary>
    public static UnitId Centre(this Office office) => office.Services.GetRequiredService<UnitDirectory>().Centre.Id;

    /// <summary>A person with several roles; as approver with a record of each unit.</summary>
    public static async Task<Actor> HireAsync(this Office office, int id, params RoleOn[] roles)
    {
        var first = await office.HireAsync(id, roles[0].Role, roles[0].Unit);
        await using var db = await office.DbAsync();
        db.AddRange(roles.Skip(1).Select(on => new RoleAssignment(first.UserId, on.Role, on.Unit, new DateOnly(2025, 1, 1))));
        await db.SaveChangesAsync();
        return first with { Roles = roles };
    }

    /// <summary>Typed and sent, as the desk does it.</summary>
    public static async Task<Outcome<ReplyTemplateId>> WriteAsync(
        this Office office, Actor actor, TemplateHome home, string html = Text, string name = "Aydınlatma arızası", string shortcut = "", ReplyTemplateId? anew = null, CommandId? id = null, int? buildsOn = null)
    {
        var key = anew ?? Bimer.Blazor.Workspace.Templates.TemplateDrafts.NewOne;
        var before = await office.TemplateDrafts(actor).TextAsync(key, default);
        if (before.Refusal is { } refusal) return refusal;
        var begun = buildsOn ?? (await office.TemplateDrafts(actor).OpenAsync(key, default)).Value!.Fields.BuildsOn;
        var saved = await office.TemplateDrafts(actor).SaveAsync(key, before.Value!.Version, html, new TemplateFields(name, shortcut, home.Scope, home.Unit?.Value, begun), default);
        return saved.Value is not { } draft ? saved.Refusal! : await office.SendTemplateAsync(actor, key, draft.Version, id);
    }

    /// <param name="buildsOn">What was on the screen where nothing was typed; the newest unless told otherwise.</param>
    public static async Task<Outcome<ReplyTemplateId>> SendTemplateAsync(this Office office, Actor actor, ReplyTemplateId key, int version, CommandId? id = null, int? buildsOn = null)
    {
        var begun = buildsOn ?? (await office.TemplateDrafts(actor).OpenAsync(key, default)).Value?.Fields.BuildsOn ?? 0;
        return await new WriteTemplateHandler(office.For<TemplateWork>(actor)).HandleAsync(new WriteTemplate(id ?? OfficeStories.NewCommand(), key, version) { BuildsOn = begun }, default);
    }

    public static async Task<Outcome<ReplyTemplateId>> DecideTemplateAsync(this Office office, Actor actor, ReplyTemplateId template, string html, string? note = null)
    {
        await using var db = await office.DbAsync();
        var proposed = await db.TemplateWordings.AsNoTracking().Where(w => w.Template == template).OrderByDescending(w => w.Version).FirstAsync();
        var hash = TemplateWording.HashOf(proposed.Name, proposed.Shortcut, html);
        return await new DecideTemplateHandler(office.For<TemplateWork>(actor)).HandleAsync(new DecideTemplate(OfficeStories.NewCommand(), template, hash, note), default);
    }

    public static Task<Outcome<ReplyTemplateId>> RetireTemplateAsync(this Office office, Actor actor, ReplyTemplateId template) =>
        new RetireTemplateHandler(office.For<TemplateWork>(actor)).HandleAsync(new RetireTemplate(OfficeStories.NewCommand(), template), default);

    public static Task<Outcome> NoteLawAsync(this Office office, Actor actor, string law, DateOnly? on, string note = "Cevap süresi") =>
        ActivatorUtilities.CreateInstance<NoteLawHandler>(office.Services, office.For<LawRights>(actor), office.Clock)
            .HandleAsync(new NoteLaw(OfficeStories.NewCommand(), law, on, note), default);

    /// <summary>A draft that began with a template.</summary>
    public static Task<Outcome<DraftMark>> DraftFromAsync(this Office office, Actor writer, RoutingId routing, TemplateUse use, string html, int version = 0) =>
        new SaveDraftHandler(office.Drafts(writer), office.Clock).HandleAsync(new SaveDraft(routing, version, html, ReplyStories.Service, null) { Template = use }, default);
}
