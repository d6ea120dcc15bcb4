using System.Reflection;
using Bimer.Blazor;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Ports;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Security.Sight;

/// <summary>The ways of the table are read from the program: one that is new and not tried, with no reason why not, fails here.</summary>
public sealed class EveryWayTests
{
    private const string PassesOn = "passes on to queries and handlers that are tried";
    private const string NoCaseYet = "what is not recorded yet, each person's own (IntakeDraftTests)";
    private const string Mails = "a mail is seen by the officers of its unit and is no case yet (MailIntakeTests)";

    private const string Templates = "texts of no case, seen where they are at home (TemplateTests)";
    private const string Services = "lists of services and of no case (CatalogueTests)";
    private const string Bundles = "three like letters are none of the table's one: A_letter_kept_from_the_approvers_unit_is_in_no_bundle";

    /// <summary>A class or a method that is not in the table, and why.</summary>
    private static readonly Dictionary<string, string> _elsewhere = new(StringComparer.Ordinal)
    {
        ["FileQuery.LookAsync"] = "asked by PageQuery alone",
        ["JointSteps.OpenAsync"] = "asked by OpenJointlyHandler alone",
        ["CaseQuery.SightAsync"] = "asked by WhatTheySee alone",
        ["WhatTheySee.PeopleAsync"] = "who works in a unit; of no case",
        ["DeskDrafts.ForgetAsync"] = "answers nothing", ["DeskDrafts.PadOf"] = "keeps by SaveAsync",
        ["UnitStaffing"] = "who works in a unit; of no case", ["UnitMemory"] = "one's own favourites", ["ForwardUndoing"] = PassesOn, ["NameWorkstationHandler"] = "names a computer; of no case",
        ["ForwardDeskQuery.KeptFromAllAsync"] = "units alone; Over_many_cases_only_what_all_of_them_are_kept_from_is_barred_and_nothing_of_cases_out_of_sight",
        ["PrintBook"] = "asked by VerifyPrintHandler alone", ["PrintLedger"] = "records what PrintReportHandler has read",
        ["LetterLedger"] = "records what PrintLetterHandler has read", ["LetterLaying"] = "lays what PrintLetterHandler has read", ["PrintLetterHandler.HandleAsync"] = "Who_may_not_post_it_takes_no_letter_and_to_who_may_not_see_the_case_there_is_none",
        ["ForwardDeskQuery.IsWithin"] = "the tree alone", ["ForwardDeskQuery.ProposalFor"] = "the tree alone",
        ["BulkActs"] = PassesOn, ["DraftPad`1"] = PassesOn, ["BulkFollowing"] = PassesOn, ["BulkHolding"] = PassesOn, ["BulkSending"] = PassesOn, ["BulkDesk"] = PassesOn, ["BulkAcknowledging"] = PassesOn, ["CaseAcknowledging"] = PassesOn,
        ["CaseFollowing"] = PassesOn, ["CaseHiding"] = PassesOn, ["CaseOpening"] = PassesOn, ["CaseResuming"] = PassesOn, ["ExclusionLifting"] = PassesOn,
        ["PersonalBoxes"] = PassesOn, ["BoxSource.ReadAsync"] = PassesOn, ["BoxSource.ReadAgainAsync"] = PassesOn, ["BoxSource.AgeAsync"] = PassesOn, ["BoxSource.AgeAgainAsync"] = PassesOn, ["BoxSource.OffersAsync"] = PassesOn, ["BoxSource.NamedAsync"] = PassesOn,
        ["SavedViews.KeepAsync"] = "a question, not its answer", ["SavedViews.RenameAsync"] = "a question", ["SavedViews.DropAsync"] = "a question",
        ["BoxPreferences"] = "one's own columns", ["KeyPreferences"] = "one's own keys", ["CaseShare"] = "one's own width", ["BoxDatabase"] = "opens and asks nothing", ["MySessions"] = "one's own sessions",
        ["BelowQuery"] = "asked by BelowBox alone", ["BelowReader"] = "asked by BelowOverviewQuery alone", ["BelowChoices.HolderAsync"] = "the name of a colleague within reach; of no case", ["BelowChoices.TopsAsync"] = "one's own units", ["CaseDescribing"] = PassesOn, ["RecordCorrecting"] = PassesOn, ["CaseItems"] = PassesOn,
        ["TopicAdviser"] = "answers topics; of no case", ["DraftWork"] = "what the handlers of a letter share",
        ["HolidayRights"] = "knows who asks and no case", ["HolidayNews"] = "counts what lies in one's own hands", ["HolidayRuledHandler"] = "decides about days", ["HolidayDeskQuery.ReadAsync"] = "days alone",
        ["HolidayDeskQuery.PreviewAsync"] = "for whoever manages the centre alone; What_a_preview_names_its_reader_may_see",
        ["InformationYearSheet"] = "what InformationYearQuery answers, as a file; The_yearly_report_is_a_workbook_that_says_who_counted_what_and_when_and_nothing_for_a_stranger",
        ["CatalogueRights"] = Services, ["CatalogueDeskQuery"] = Services,
        ["ChangeCatalogueHandler"] = "changes a list of services; Whoever_does_not_manage_or_generally_coordinate_there_changes_nothing_and_a_stranger_is_told_of_no_list",
        ["DeskQuery"] = NoCaseYet, ["DeskExamination"] = NoCaseYet, ["DeskRecorder"] = NoCaseYet, ["IntakeWork"] = NoCaseYet, ["SaveIntakeHandler"] = NoCaseYet,
        ["AttachIntakeFileHandler"] = NoCaseYet, ["RemoveIntakeFileHandler"] = NoCaseYet, ["DropIntakeHandler"] = NoCaseYet, ["RegisterPetitionHandler"] = NoCaseYet,
        ["MailQuery"] = Mails, ["MailWork"] = Mails, ["OpenMailHandler"] = Mails, ["SetAsideMailHandler"] = Mails, ["TakeMailBackHandler"] = Mails,
        ["TakeMailOriginalHandler"] = Mails, ["SplitMailHandler"] = Mails,
        ["VerificationSweep"] = "asked by nobody",
        ["TemplateChoices"] = Templates, ["TemplateDeskQuery"] = Templates, ["TemplateDrafts"] = Templates, ["TemplateWork"] = Templates, ["TemplatesToSign"] = Templates, ["LawRights"] = Templates,
        ["WriteTemplateHandler"] = Templates, ["DecideTemplateHandler"] = Templates, ["RetireTemplateHandler"] = Templates, ["NoteLawHandler"] = Templates,
        ["BundleQuery"] = Bundles, ["ApproveBundleHandler"] = "passes on to ApproveReplyHandler, letter by letter",
    };

    [Fact]
    public void Every_way_to_read_there_is_is_tried_or_has_a_reason()
    {
        var ways = typeof(BimerApp).Assembly.GetTypes().Where(type => IsOfTheWorkspace(type) && !typeof(IComponent).IsAssignableFrom(type) && Reaches(type)).SelectMany(WaysOf).ToHashSet(StringComparer.Ordinal);
        var tried = ReadPaths.ById.Keys.Concat(ActPaths.ById.Keys).Concat(WholePaths.All.Keys).Select(key => key.Split(':')[0]).ToHashSet(StringComparer.Ordinal);

        ways.Where(way => !tried.Contains(way) && !_elsewhere.ContainsKey(way) && !_elsewhere.ContainsKey(TypeOf(way))).Should().BeEmpty("a new way has its place in the table");
        tried.Except(ways, StringComparer.Ordinal).Should().BeEmpty("the table names what there is");
        _elsewhere.Keys.Except(ways.Concat(ways.Select(TypeOf)), StringComparer.Ordinal).Should().BeEmpty("no reason outlives its way");
        tried.Where(way => _elsewhere.ContainsKey(way) || _elsewhere.ContainsKey(TypeOf(way))).Should().BeEmpty("what is tried needs no reason");
    }

    /// <summary>So somebody's screen that is woken for a case they may not see learns nothing before it asks, and asking is in the table.</summary>
    [Fact]
    public void A_bell_carries_a_kind_and_an_id_and_nothing_else()
    {
        typeof(LiveTopic).GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(p => (p.Name, p.PropertyType))
            .Should().BeEquivalentTo([("Kind", typeof(LiveTopicKind)), ("Id", typeof(long))]);
        var callbacks = typeof(LiveFeed).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.ParameterType).Distinct();
        callbacks.Should().BeEquivalentTo([typeof(IReadOnlyList<LiveTopic>), typeof(Func<Task>), typeof(IEnumerable<LiveTopic>), typeof(LiveTopic)]);
    }

    private static string TypeOf(string way) => way.Split('.')[0];

    private static bool IsOfTheWorkspace(Type type) =>
        type is { IsClass: true, IsNested: false, Namespace: { } room } && (room.StartsWith("Bimer.Blazor.Workspace", StringComparison.Ordinal) || room.StartsWith("Bimer.Blazor.Live", StringComparison.Ordinal));

    /// <summary>It is given the database, whoever acts, or another class here that is.</summary>
    private static bool Reaches(Type type) => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(made => made.GetParameters())
        .Select(given => given.ParameterType)
        .Any(given => given == typeof(IDbContextFactory<BimerDbContext>) || given == typeof(ICurrentActor) || given == typeof(CaseWork) || (given != type && IsOfTheWorkspace(given) && Reaches(given)));

    private static IEnumerable<string> WaysOf(Type type) => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(method => (method.IsPublic || method.IsAssembly) && !method.IsSpecialName && method.GetBaseDefinition() == method && !method.Name.StartsWith("Dispose", StringComparison.Ordinal) && !method.Name.Contains('<', StringComparison.Ordinal))
        .Select(method => $"{type.Name}.{method.Name}");
}
