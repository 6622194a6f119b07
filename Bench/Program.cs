using PlanBot.Bench;
using PlanBot.Bench.Dashboard;
using PlanBot.Bench.DingTalk;
using PlanBot.Bench.Exporting;
using PlanBot.Bench.Importing;
using PlanBot.Bench.Messages;
using PlanBot.Bench.Searching;
using PlanBot.Bench.Sending;
using PlanBot.Bench.Sizes;

// dotnet run -c Release --project Bench -- turns | crowd [sqlite | postgres] | messages | dingtalk | exports | dashboard [sqlite | postgres] [units] | sending [sqlite | postgres] | search [sqlite | postgres] [units] | start-up | understanding | notices | sizes [sqlite | postgres] [units]
return args switch
{
    ["turns"] => await Turns.RunAsync(),
    ["crowd", .. var rest] => await Crowd.RunAsync(rest),
    ["messages"] => await MessageTurns.RunAsync(),
    ["messages-seam", var channel] => await SeamServer.RunAsync(new Uri(channel)),
    ["messages-bare", _] => await BareServer.RunAsync(),
    ["dashboard", .. var rest] => await DashboardSpeed.RunAsync(rest),
    ["exports"] => await ExportSpeed.RunAsync(),
    ["dingtalk"] => await DingTalkSpeed.RunAsync(),
    ["sending", .. var rest] => await SendingSpeed.RunAsync(rest),
    ["understanding"] => await Understanding.RunAsync(),
    ["notices"] => await NoticeSpeed.RunAsync(),
    ["notice-planbot", var path] => NoticeSpeed.ReadWithPlanBot(path),
    ["notice-library", var path] => NoticeSpeed.ReadWithLibrary(path),
    ["start-up"] => await StartUpTime.RunAsync(),
    ["empty-app"] => await StartUpTime.ServeEmptyAppAsync(),
    ["search", .. var rest] => await SearchSpeed.RunAsync(rest),
    ["sizes", .. var rest] => await LedgerSizes.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        turns: 谁逾期了 against an echo, through the browser channel.
        crowd [sqlite|postgres]: 1,000 conversations at once, turns per second against an echo that keeps its state too.
        messages: an echo over the Bot Framework protocol against a bare endpoint with the same JSON; the check of a channel's token against the library's own.
        dashboard [sqlite|postgres] [units, 75000]: overview and search against an empty page, with 20 quarters of a province behind, and reports filed while 200 dashboards are open.
        exports: the summary of 1,000 units with 50 tasks each in every format against that of 100: time and memory.
        dingtalk: messages over the Stream socket, kept and answered, against a bare echo; a limit of 20 calls a second.
        sending [sqlite|postgres]: reminders into a loopback channel against a bare HttpClient loop, a limit of 30 a second, leases of several nodes, a million rows behind; 5 minutes.
        understanding: one message against the whole turn.
        notices: reading 1,000 to 100,000 tasks as docx, xlsx, html and txt against opening the same file with its library.
        search [sqlite|postgres] [units, 75000]: words in the reports of 19 quarters against those of one, and without the index; what the index costs.
        start-up: to the first answer, against an empty ASP.NET app.
        sizes [sqlite|postgres] [units, 75000]: a province's ledger over 20 quarters against one quarter and against bare statements; needs 6 GB of disk.
        """);
    return 2;
}
