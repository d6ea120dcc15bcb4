using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Persistence.Intake;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>The timetable: which sweep, when; a job for each, so that one that fails stops no other. Rules and data are the sweeps' own.</summary>
public static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<IntakeSweep>().AddSingleton<DraftSweep>().AddSingleton<UnclaimedSweep>().AddSingleton<WithheldMails>().AddSingleton<PrioritySweep>().AddSingleton<ScanRecord>().AddSingleton<ScanSweep>();
        services.AddQuartz(timetable => timetable
            .ScheduleJob<IntakeSweepJob>(trigger => trigger.WithIdentity("intake-sweep").WithCronSchedule(HourlyAt(17)))
            .ScheduleJob<DraftSweepJob>(trigger => trigger.WithIdentity("draft-sweep").WithCronSchedule(HourlyAt(27)))
            .ScheduleJob<UnclaimedSweepJob>(trigger => trigger.WithIdentity("unclaimed-sweep").WithCronSchedule(HourlyAt(37)))
            .ScheduleJob<TopicLearningJob>(trigger => trigger.WithIdentity("topic-learning").WithCronSchedule("0 7/20 * * * ?"))
            .ScheduleJob<MailIntakeJob>(trigger => trigger.WithIdentity("mail-intake").WithCronSchedule("20 * * * * ?"))
            .ScheduleJob<ScanJob>(trigger => trigger.WithIdentity("scanning").WithCronSchedule("5/10 * * * * ?"))
            .ScheduleJob<BounceJob>(trigger => trigger.WithIdentity("bounces").WithCronSchedule("50 * * * * ?"))
            .ScheduleJob<WithheldMailJob>(trigger => trigger.WithIdentity("withheld-mail").WithCronSchedule("10 * * * * ?"))
            .AddJob<PrioritySweepJob>(job => job.WithIdentity("priority-sweep"))
            .AddTrigger(trigger => trigger.ForJob("priority-sweep").WithIdentity("priority-start").StartNow())
            .AddTrigger(trigger => trigger.ForJob("priority-sweep").WithIdentity("priority-sweep").WithCronSchedule("0 13 3 * * ?"))
            .ScheduleJob<VerificationJob>(trigger => trigger.WithIdentity("verification").WithCronSchedule("40 * * * * ?")));
        return services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    private static string HourlyAt(int minute) => FormattableString.Invariant($"0 {minute} * * * ?");
}
