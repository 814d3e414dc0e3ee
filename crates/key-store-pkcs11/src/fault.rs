//! What went wrong at the token, before anybody's error codes.

use cryptoki::error::{Error as TokenError, RvError};
use key_store::{ConnectError, ConnectFailure, Error};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The session, the login or the token went away.
    Lost(String),
    /// No token of this name is there.
    NoToken(String),
    /// The module, the token or the settings are not fit for use.
    Setup(String),
    /// Lodge may not log in.
    Login(ConnectFailure, String),
    /// No such key in a token that is there.
    KeyNotFound,
    KeyUnusable(String),
    /// Not what this key sealed.
    Ciphertext,
    /// A return code that tokens use for both: the input is bad, or the token is.
    Ambiguous(String),
    /// More callers than sessions and places in the queue.
    Busy,
    TimedOut,
    Other(String),
}

impl Fault {
    /// Whether the session that met it is as good as before.
    pub fn spares_session(&self) -> bool {
        matches!(self, Self::KeyNotFound | Self::KeyUnusable(_) | Self::Ciphertext)
    }
}

impl From<TokenError> for Fault {
    fn from(error: TokenError) -> Self {
        let text = error.to_string();
        let TokenError::Pkcs11(code, _) = error else { return Self::Other(text) };
        match code {
            RvError::SessionHandleInvalid
            | RvError::SessionClosed
            | RvError::UserNotLoggedIn
            | RvError::DeviceRemoved
            | RvError::TokenNotPresent
            | RvError::TokenNotRecognized
            | RvError::SlotIdInvalid
            | RvError::CryptokiNotInitialized => Self::Lost(text),
            RvError::EncryptedDataInvalid
            | RvError::EncryptedDataLenRange
            | RvError::WrappedKeyInvalid
            | RvError::WrappedKeyLenRange
            | RvError::SignatureInvalid => Self::Ciphertext,
            RvError::KeyHandleInvalid
            | RvError::ObjectHandleInvalid
            | RvError::WrappingKeyHandleInvalid
            | RvError::UnwrappingKeyHandleInvalid => Self::KeyNotFound,
            RvError::KeyFunctionNotPermitted
            | RvError::KeyTypeInconsistent
            | RvError::KeySizeRange
            | RvError::WrappingKeyTypeInconsistent
            | RvError::WrappingKeySizeRange
            | RvError::UnwrappingKeyTypeInconsistent
            | RvError::UnwrappingKeySizeRange => Self::KeyUnusable(text),
            RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange | RvError::PinExpired => {
                Self::Login(ConnectFailure::InvalidCredentials, text)
            }
            RvError::PinLocked => Self::Login(ConnectFailure::UserLockedOut, text),
            RvError::UserPinNotInitialized => Self::Login(ConnectFailure::UserNotFound, text),
            RvError::UserAnotherAlreadyLoggedIn | RvError::UserTooManyTypes => {
                Self::Login(ConnectFailure::UserLoggedIn, text)
            }
            RvError::SessionCount | RvError::HostMemory | RvError::DeviceMemory => Self::Busy,
            RvError::GeneralError | RvError::FunctionFailed | RvError::DeviceError | RvError::DataInvalid => {
                Self::Ambiguous(text)
            }
            _ => Self::Other(text),
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Lost(why) | Fault::NoToken(why) | Fault::Ambiguous(why) => Self::Unreachable(why),
            Fault::Login(_, why) => Self::NotAuthenticated(why),
            Fault::KeyNotFound => Self::KeyNotFound,
            Fault::KeyUnusable(why) => Self::KeyUnusable(why),
            Fault::Ciphertext => Self::InvalidCiphertext,
            Fault::Busy => Self::Throttled,
            Fault::TimedOut => Self::TimedOut,
            Fault::Setup(why) | Fault::Other(why) => Self::Internal(why),
        }
    }
}

impl From<Fault> for ConnectError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Login(failure, why) => Self::new(failure, why),
            Fault::NoToken(why) => Self::new(ConnectFailure::InsufficientCloudHsmHsms, why),
            Fault::Lost(why) => Self::new(ConnectFailure::NetworkErrors, why),
            Fault::TimedOut => Self::new(ConnectFailure::NetworkErrors, "the token did not answer in time"),
            Fault::Busy => Self::new(ConnectFailure::InternalError, "the token has too much to do"),
            Fault::Setup(why) | Fault::Other(why) | Fault::Ambiguous(why) | Fault::KeyUnusable(why) => {
                Self::new(ConnectFailure::InternalError, why)
            }
            Fault::KeyNotFound | Fault::Ciphertext => {
                Self::new(ConnectFailure::InternalError, "the token lost a key that it had just made")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use cryptoki::context::Function;

    use super::*;

    #[test]
    fn refused_logins_have_the_codes_of_kms() {
        for (code, expected) in [
            (RvError::PinIncorrect, "INVALID_CREDENTIALS"),
            (RvError::PinLenRange, "INVALID_CREDENTIALS"),
            (RvError::PinLocked, "USER_LOCKED_OUT"),
            (RvError::UserPinNotInitialized, "USER_NOT_FOUND"),
            (RvError::UserAnotherAlreadyLoggedIn, "USER_LOGGED_IN"),
            (RvError::DeviceRemoved, "NETWORK_ERRORS"),
            (RvError::MechanismInvalid, "INTERNAL_ERROR"),
        ] {
            let fault = Fault::from(TokenError::Pkcs11(code, Function::Login));
            assert_eq!(ConnectError::from(fault).failure.code(), expected, "{code}");
        }
    }

    #[test]
    fn a_locked_pin_during_work_is_a_refusal() {
        let fault = Fault::from(TokenError::Pkcs11(RvError::PinLocked, Function::Login));
        assert!(matches!(Error::from(fault), Error::NotAuthenticated(_)));
    }
}
