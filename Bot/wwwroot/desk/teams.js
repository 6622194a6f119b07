// The dashboard inside Teams: Teams says who is there, the server looks whether it knows them.
const form = document.querySelector('form');
const status = document.querySelector('[role=status]');

// Opened outside Teams nobody ever answers.
const within = (promise, seconds) => Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error('no answer')), seconds * 1000))]);

try {
  await within(microsoftTeams.app.initialize(), 10);
  form.elements.token.value = await within(microsoftTeams.authentication.getAuthToken(), 60);
  microsoftTeams.app.notifySuccess();
  form.submit();
} catch (problem) {
  console.warn('Teams did not say who is there:', problem);
  status.textContent = status.dataset.failed;
  status.setAttribute('role', 'alert');
}
