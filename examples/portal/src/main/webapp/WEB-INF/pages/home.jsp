<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="m" tagdir="/WEB-INF/tags" %>
<c:set var="focus" value="${launchContext.patient}" />
<c:set var="banner" value="${home.patient}" />
<m:page title="${empty banner ? 'No patient in focus' : banner.title}">
<m:open-patients patients="${home.openPatients}" />
<main id="main">
  <section class="patient" aria-labelledby="patient-name">
    <div class="wide">
      <c:choose>
        <c:when test="${empty banner}">
          <p class="eyebrow">Patient in focus</p>
          <h1 id="patient-name">No patient in focus</h1>
          <p class="patient-note">This launch named a user, and no patient. Open a patient in the partner's system to work on a record.</p>
        </c:when>
        <c:otherwise>
          <p class="eyebrow">Patient in focus</p>
          <h1 id="patient-name"><c:out value="${banner.title}" /></h1>
          <dl class="patient-facts">
            <m:fact label="Born" value="${banner.born}" id="patient-born" />
            <m:fact label="Gender" value="${focus.gender}" id="patient-gender" />
            <m:fact label="National id" value="${focus.nationalId}" id="patient-national-id" code="true" />
            <m:fact label="Phone" value="${focus.phone}" id="patient-phone" />
            <m:fact label="E-mail" value="${focus.email}" id="patient-email" ownRow="true" />
            <c:if test="${banner.named}">
              <m:fact label="Partner's id" value="${focus.id}" id="patient-id" code="true" />
            </c:if>
          </dl>
          <c:if test="${not banner.named}">
            <p class="patient-note">The partner sent its logical id for this patient, and no name.</p>
          </c:if>
        </c:otherwise>
      </c:choose>
    </div>
  </section>

  <div class="wide columns">
    <div class="work">
      <section class="card" aria-labelledby="token-title">
        <h2 id="token-title">What the token said</h2>
        <p class="card-note">Every claim of the launch token, as the partner signed it.</p>
        <table class="claims">
          <thead>
            <tr><th scope="col">Claim</th><th scope="col">Value</th></tr>
          </thead>
          <tbody>
            <c:forEach var="claim" items="${home.claims}">
              <tr>
                <th scope="row"><span class="claim-way"><c:out value="${claim.parents}" /></span><c:out value="${claim.name}" /></th>
                <c:choose>
                  <c:when test="${claim.blank}"><td class="claim-blank">sent empty</td></c:when>
                  <c:otherwise><td><c:out value="${claim.value}" /></td></c:otherwise>
                </c:choose>
              </tr>
            </c:forEach>
          </tbody>
        </table>
      </section>
      <c:if test="${not empty banner}">
        <section class="card" aria-labelledby="notes-title">
          <h2 id="notes-title">Notes</h2>
          <c:choose>
            <c:when test="${empty home.notes}"><p class="card-none">Nothing has been written about this patient.</p></c:when>
            <c:otherwise>
              <ul class="notes" id="notes">
                <c:forEach var="note" items="${home.notes}">
                  <li><span class="note-text"><c:out value="${note.text}" /></span> <span class="note-author"><c:out value="${note.author}" /></span></li>
                </c:forEach>
              </ul>
            </c:otherwise>
          </c:choose>
          <%-- c:url encodes the address, so that the form names the window of this page --%>
          <form method="post" action="<c:url value="/notes" />" class="note-form">
            <label for="note-text">New note</label>
            <textarea id="note-text" name="text" rows="3" maxlength="500" required></textarea>
            <button type="submit" class="button" id="save-note">Save the note</button>
          </form>
        </section>
        <section class="area" aria-labelledby="area-plans">
          <h2 id="area-plans">Exercise plans</h2>
          <p>No plan has been made for this patient.</p>
        </section>
      </c:if>
    </div>

    <div class="about">
      <section class="card" aria-labelledby="problem-title">
        <h2 id="problem-title">Problem</h2>
        <c:choose>
          <c:when test="${empty launchContext.problem}"><p class="card-none">The partner sent no problem.</p></c:when>
          <c:otherwise>
            <p class="problem"><span class="problem-code" id="problem-code"><c:out value="${launchContext.problem}" /></span>
              <c:if test="${not empty home.problemChapter}"><span class="problem-chapter"><c:out value="${home.problemChapter}" /></span></c:if></p>
            <p class="card-note">ICPC code, as sent by the partner</p>
          </c:otherwise>
        </c:choose>
      </section>

      <section class="card" aria-labelledby="user-title">
        <h2 id="user-title">User</h2>
        <dl class="facts">
          <m:fact label="Account" value="${account.name}" id="account-name" />
          <m:fact label="Name" value="${home.userName}" />
          <m:fact label="User name" value="${launchContext.user.username}" />
          <m:fact label="Identifier" value="${launchContext.user.value}" code="true" />
          <m:fact label="System" value="${launchContext.user.system}" />
          <m:fact label="E-mail" value="${launchContext.user.email}" />
        </dl>
      </section>

      <section class="card" aria-labelledby="organization-title">
        <h2 id="organization-title">Organisation</h2>
        <c:choose>
          <c:when test="${empty launchContext.organization}"><p class="card-none">The partner named no organisation.</p></c:when>
          <c:otherwise>
            <dl class="facts">
              <m:fact label="Name" value="${launchContext.organization.name}" />
              <m:fact label="Identifier" value="${launchContext.organization.value}" code="true" />
              <m:fact label="System" value="${launchContext.organization.system}" />
            </dl>
          </c:otherwise>
        </c:choose>
      </section>

      <section class="card" aria-labelledby="responsible-title">
        <h2 id="responsible-title">Responsible practitioner</h2>
        <c:choose>
          <c:when test="${empty launchContext.responsible}"><p class="card-none">The partner named nobody beside the user.</p></c:when>
          <c:otherwise>
            <dl class="facts">
              <m:fact label="Identifier" value="${launchContext.responsible.value}" code="true" />
              <m:fact label="System" value="${launchContext.responsible.system}" />
            </dl>
          </c:otherwise>
        </c:choose>
      </section>

      <section class="card" aria-labelledby="partner-title">
        <h2 id="partner-title">Partner and transaction</h2>
        <dl class="facts">
          <m:fact label="Partner" value="${launchContext.partner}" />
          <m:fact label="Issuer" value="${launchContext.issuer}" />
          <m:fact label="Transaction" value="${launchContext.transactionId}" code="true" />
          <m:fact label="Task" value="${launchContext.task}" code="true" />
          <m:fact label="Token" value="${launchContext.tokenId}" code="true" />
          <m:fact label="Issued" value="${home.issuedAt}" />
          <m:fact label="Accepted" value="${home.verifiedAt}" />
        </dl>
      </section>
    </div>
  </div>
</main>
</m:page>
