namespace PlanBot.Texts;

/// <summary>All that somebody hears who is not known. Nothing here depends on what there is: the same words for a wrong code and a used one, for a unit that exists and one that does not.</summary>
public static class StrangerTexts
{
    public static Reply Greeting(Language language) => new(language.In(
        "您好，我是任务报送助手。您的账号还没有绑定到联络员或管理人员，暂时不能为您提供内容。绑定办法，任选一种：\n· 有绑定码的，直接发送，例如“绑定 ABCD-1234”；\n· 打开管理员发给您的个人登录链接；\n· 没有的，发送“我是××单位的×××”或登记的手机号，我转给牵头部门的管理员核实。",
        "Hello, I am the reporting assistant. Your account is not bound to a contact or coordinator yet, so I cannot show you anything. To be bound, do one of these:\n· send your code, such as \"bind ABCD-1234\";\n· open the personal sign-in link that a coordinator has sent you;\n· or write \"I am (name) from (unit)\", or your registered mobile number, and I will pass it on to the coordinating office."));

    /// <summary>To whatever else is said: the greeting has been read already.</summary>
    public static Reply NotBound(Language language) => new(language.In(
        "您的账号还没有绑定，暂时不能为您提供内容。请发送绑定码（例如“绑定 ABCD-1234”），或发送“我是××单位的×××”，由牵头部门的管理员核实。",
        "Your account is not bound yet, so I cannot show you anything. Send your code (such as \"bind ABCD-1234\"), or write \"I am (name) from (unit)\" and the coordinating office will check it."));

    /// <summary>The last claim was declined.</summary>
    public static Reply Declined(Language language) => new(language.In(
        "您之前提出的绑定申请，牵头部门的管理员没有同意。如有疑问请直接联系他们；也可以发送绑定码，或重新发送“我是××单位的×××”。",
        "The coordinating office has declined your request to be bound. Please contact them if that is a mistake; you can also send a code, or write \"I am (name) from (unit)\" again."));

    /// <summary>To somebody bound who sends a code.</summary>
    public static Reply AlreadyBound(Language language) => new(language.In(
        "您的账号已经绑定，不需要再发绑定码，直接使用即可。", "Your account is bound already; there is no need to send a code again."));

    /// <summary>To a code that does not let anybody in, whatever the reason.</summary>
    public static Reply NoSuchCode(Language language) => new(language.In(
        "这个绑定码不能用。请核对后再发；仍不行时请向牵头部门的管理员要一个新的。多次尝试不成功，需要等一小时。",
        "This code does not work. Check it and send it again, or ask the coordinating office for a new one. After several attempts you have to wait an hour."));

    /// <summary>The code was right, but its person has no place today.</summary>
    public static Reply NotToday(Language language) => new(language.In(
        "绑定成功。您负责的工作还没有开始（或已经交接），从开始当天起即可使用。", "You are bound. Your work here has not begun yet (or is over); from its first day on I can help you."));

    /// <summary>To whoever says who they are.</summary>
    public static Reply Claimed(Language language) => new(language.In(
        "谢谢，您说的情况由牵头部门的管理员核实，核实之前我不能提供内容。核实无误后您会收到通知；一小时内重复发送多次的，不再转交。",
        "Thank you. The coordinating office checks what you say; until then I cannot show you anything. You will be told when it is confirmed. More than a few messages in an hour are not passed on."));

    public static Reply WhatThisIs(Language language) => With(
        "我是任务报送助手：各单位的联络员在这里报送任务进展、接收提醒，牵头部门在这里汇总。", "I am the reporting assistant: contacts of units report on their tasks here and get their reminders, and the coordinating office collects the reports.", language);

    public static Reply HowLong(Language language) => With(
        "由牵头部门的管理员核实，要多久我说不准，核实无误后您会收到通知。急用的话，向牵头部门要一个绑定码或个人登录链接，当时就能用。",
        "The coordinating office checks it; I cannot say how long that takes, and you will be told when it is confirmed. A code or a personal sign-in link from them is quicker: it works at once.", language);

    public static Reply CodeFails(Language language) => With(
        "绑定码和登录链接只能用一次，也会过期。请向牵头部门的管理员要一个新的。", "Codes and sign-in links work once and expire. Please ask the coordinating office for a new one.", language);

    public static Reply InCharge(Language language) => With(
        "由下达任务的牵头部门负责，您可以按通知上的联系方式找他们，或问把链接发给您的同事；绑定之前我不能提供姓名和电话。",
        "The coordinating office that gave out the tasks is in charge. Its address stands in the notice, or ask the colleague who sent you the link; before you are bound I cannot give names or numbers.", language);

    public static Reply UsedBefore(Language language) => With(
        "每个渠道的账号要各自绑定一次：这个账号还没有绑定，不影响您以前报送的内容。", "Each account has to be bound once in each channel; this one is not bound yet. What you reported before is not affected.", language);

    public static Reply ForSomebody(Language language) => With(
        "替别人报送，也要先绑定您自己的账号；由牵头部门登记为该单位的联络员或备用联络员后才能报。", "To report for somebody else your own account has to be bound first: the coordinating office registers you as a contact or backup of that unit.", language);

    public static Reply NotTaken(Language language) => With(
        "您发来的内容没有接收，也没有记入任何单位。绑定之后请再发一次。", "What you sent was not taken and is recorded for nobody. Please send it again once you are bound.", language);

    public static Reply NoFigures(Language language) => With(
        "抱歉，绑定之前我不能提供任何日期、单位或数字。", "Sorry, before you are bound I cannot give any date, unit or figure.", language);

    private static Reply With(string chinese, string english, Language language) => NotBound(language) with { Text = $"{language.In(chinese, english)}\n{NotBound(language).Text}" };
}
