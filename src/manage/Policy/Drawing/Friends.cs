using System.Runtime.CompilerServices;

// Tests look at layouts, not only at the text that they become.
[assembly: InternalsVisibleTo("Cofferdam.Tests.policy")]
