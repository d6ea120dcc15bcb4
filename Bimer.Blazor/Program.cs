using Bimer.Blazor;
using Bimer.Blazor.Cli;

var isCommand = CommandLine.Names(args);
var app = BimerApp.Build(isCommand ? [] : args);
var (services, stopping) = (app.Services, app.Lifetime.ApplicationStopping);
await BimerApp.PrepareAsync(services, stopping);
if (isCommand) return await services.GetRequiredService<CommandLine>().RunAsync(args, Console.Out, stopping);

var isDemo = app.Environment.IsDevelopment();
if (isDemo) await services.GetRequiredService<FirstStart>().FillAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), Console.Out, stopping);
await app.StartAsync(stopping);
await services.GetRequiredService<Banner>().ShowAsync(app.Urls.First(), isDemo, Console.Out);
await app.WaitForShutdownAsync(stopping);
return 0;
